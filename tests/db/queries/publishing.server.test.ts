import { sql as drizzle } from "drizzle-orm";
import { afterAll, describe, expect, it, vi } from "vitest";
import { openClient, type Transaction } from "../../../db/client.server";
import { change } from "../../../db/queries/change.server";
import { findPair } from "../../../db/queries/pair-tracking.server";
import { findPairing } from "../../../db/queries/pairing.server";
import { addPair, listPairs } from "../../../db/queries/pairs.server";
import { moveInPlan, ruleOnPair, runPlan } from "../../../db/queries/planning.server";
import { findDraft, findPublished } from "../../../db/queries/plans.server";
import { approvePair, publishDraft } from "../../../db/queries/publishing.server";
import { withdraw } from "../../../db/queries/registering.server";
import { holdSprint } from "../../../db/queries/sprints.server";
import { findStarters, giveStarters } from "../../../db/queries/starter-tasks.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { type Comer, comes, newcomersCome, seating, sprintOf } from "../../support/crowd";
import { testDatabase } from "../../support/database";

const { db, sql, address, stageOnce } = await testDatabase();
const wide = openClient({ ...address, max: 40 });
afterAll(() => wide.close());
let cast: Cast;
let at: { communityId: number; sprintId: number; personId: number };

stageOnce(async () => {
  cast = await makeCast(db);
  const sprint = await sprintOf(db, cast.django);
  at = { communityId: cast.django.id, sprintId: sprint.id, personId: cast.mireia.id };
});

const doer = () => ({ personId: at.personId, requestId: "test" });
const run = (seen: number | null = null) => runPlan(db, doer(), at, seen);
const publish = (seen: number, through = db) => publishDraft(through, doer(), at, seen);
const approve = (who: Comer, mentor: Comer, through = db) =>
  approvePair(through, doer(), at, { newcomerId: who.registrationId, mentorId: mentor.registrationId });
const leaves = (who: Comer) =>
  change(db, stage, "withdraw", async (tx) => {
    const sprint = await holdSprint(tx, at.communityId, at.sprintId);
    if (sprint) await withdraw(tx, at.communityId, sprint, who.id);
  });
const no = (because: string) => ({ is: "no", verdict: { ok: false, status: 409, because } });

describe("publishing", () => {
  it("makes the draft's pairs active, with reasons for both, and says whom to tell", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 2, skills: ["docs"], firstTime: true });
    await comes(db, cast.django, "Kofi Abara", { wants: ["docs"], firstTime: true, themes: [cast.django.themeId] });
    await run();
    const drafted = (await findDraft(db, at.communityId, at.sprintId))?.pairs[0]?.reasons;
    expect(drafted).toContain("despite a first time for both");

    const published = await publish(1);
    if (published.is !== "done") throw new Error(published.is);
    expect(published.pairs).toMatchObject([
      {
        newcomer: { name: "Kofi Abara", email: "kofi.abara@example.org" },
        mentor: { name: "Priya Sharma", email: "priya.sharma@example.org" },
      },
    ]);
    const [stored] = await sql<{ reasons: string[]; active: boolean; seat: number }>`
      select reasons, active_at = app_now() as active, seat from pairs`;
    expect(stored).toMatchObject({ active: true, seat: 1 });
    expect(stored?.reasons).toContain("because the mentor knows docs");
    expect(stored?.reasons.join("\n")).not.toMatch(/first time|despite/);
    expect(await findDraft(db, at.communityId, at.sprintId)).toBeNull();
    expect((await findPublished(db, at.communityId, at.sprintId))?.pairs).toHaveLength(1);
  });

  it("gives each pair that chose a theme together a free task to begin with, none twice", async () => {
    const themes = [cast.django.themeId];
    await comes(db, cast.django, "Priya Sharma", { seats: 3, skills: ["docs"], themes });
    await comes(db, cast.django, "Kofi Abara", { wants: ["docs"], themes });
    await comes(db, cast.django, "Zola Dube", { wants: ["docs"], themes });
    await comes(db, cast.django, "Ana Ruiz", { wants: ["docs"] });
    await run();
    const published = await publish(1);
    if (published.is !== "done") throw new Error(published.is);
    const starters = published.pairs.map(({ newcomer, starter }) => [newcomer.name, starter?.title ?? null] as const);
    expect(starters.find(([name]) => name === "Ana Ruiz")?.[1]).toBeNull();
    const given = starters.flatMap(([, title]) => (title === null ? [] : [title]));
    expect(new Set(given).size).toBe(2);
    expect(given).not.toContain("Drop the old docs");
    expect(given).not.toContain("Think about tokens");
  });

  it("a task that a pair was given is proposed to no other while they are a pair, and shown as long as it is free", async () => {
    const themes = [cast.django.themeId];
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3, themes });
    const kofi = await comes(db, cast.django, "Kofi Abara", { themes });
    const zola = await comes(db, cast.django, "Zola Dube", { themes });
    await run();
    const pairing = await findPairing(db, at.communityId, await sprintOf(db, cast.django));
    const planned = await findStarters(db, at.communityId, pairing.draft?.pairs ?? [], pairing.people);
    const mine = planned.get(kofi.registrationId);
    if (!mine) throw new Error("there is no task to begin with");

    const approved = await approve(kofi, priya);
    if (approved.is !== "done") throw new Error(approved.is);
    const [given] = await listPairs(db, at.communityId, at.sprintId);
    const next = await findStarters(
      db,
      at.communityId,
      [{ newcomerId: zola.registrationId, mentorId: priya.registrationId }],
      pairing.people,
    );
    expect(given?.starter?.number).toBe(approved.pair.starter?.number);
    expect(next.get(zola.registrationId)?.number).not.toBe(given?.starter?.number);

    const shown = async () => (await findPair(db, at.communityId, approved.pair.id))?.starter;
    expect(await shown()).toEqual(given?.starter);
    await change(db, stage, "finish task", (tx) =>
      tx.execute(drizzle`update tasks set finished_at = app_now() where number = ${given?.starter?.number}`),
    );
    expect(await shown()).toBeNull();
  });

  it("pairs that come about at the same moment are given different tasks", async () => {
    const themes = [cast.django.themeId];
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 1, themes });
    const omar = await comes(db, cast.django, "Omar Haddad", { seats: 1, themes });
    const kofi = await comes(db, cast.django, "Kofi Abara", { themes });
    const zola = await comes(db, cast.django, "Zola Dube", { themes });
    const { people } = await findPairing(db, at.communityId, await sprintOf(db, cast.django));
    const begins = async (tx: Transaction, who: Comer, mentor: Comer) => {
      const two = { newcomerId: who.registrationId, mentorId: mentor.registrationId };
      const made = await addPair(tx, { ...at, ...two, reasons: [] }, 1);
      if (typeof made === "string") throw new Error(made);
      const given = await giveStarters(tx, at.communityId, [{ id: made.id, ...two }], people);
      return given.get(who.registrationId)?.number;
    };
    const waits = async () => (await sql`select from pg_locks where not granted`).length > 0;
    let second: Promise<number | undefined> | undefined;
    const first = await change(wide.db, stage, "make pair", async (tx) => {
      const given = await begins(tx, kofi, priya);
      second = change(wide.db, stage, "make pair", (other) => begins(other, zola, omar));
      await vi.waitUntil(waits, { timeout: 5_000, interval: 5 });
      return given;
    });
    expect(first).toBeDefined();
    expect(await second).toBeDefined();
    expect(await second).not.toBe(first);
  });

  it("a pair in which all but the hours speak against it still reads why", async () => {
    const evening: [number, number][] = [0, 1, 2, 3, 4, 5, 6].map((day) => [day * 1440 + 1080, day * 1440 + 1200]);
    await comes(db, cast.django, "Priya Sharma", {
      seats: 1,
      skills: ["css"],
      attendance: "on_site",
      weeklyHours: evening,
    });
    await comes(db, cast.django, "Kofi Abara", { wants: ["docs"], timeZone: "Asia/Tokyo" });
    await run();
    await publish(1);
    expect(await sql`select reasons from pairs`).toEqual([{ reasons: ["because 2 shared hours"] }]);
  });

  it("twice is once: of ten at the same moment one publishes, the others hear that it is done", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    await newcomersCome(db, cast.django, 3);
    await run();
    const answers = await Promise.all(Array.from({ length: 10 }, () => publish(1, wide.db)));
    expect(answers.filter(({ is }) => is === "done")).toHaveLength(1);
    expect(answers.filter(({ is }) => is !== "done")).toEqual(
      Array(9).fill(
        no("Mireia Puig has published this plan already, and everybody in it has been told. Nobody is told twice."),
      ),
    );
    expect(await sql`select count(*)::int from pairs`).toEqual([{ count: 3 }]);
  });

  it("a draft that a colleague has changed since is not published", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const [kofi] = await newcomersCome(db, cast.django, 1);
    await run();
    await moveInPlan(db, doer(), at, 1, { newcomerId: kofi?.registrationId ?? 0, mentorId: null, fix: false });
    expect(await publish(1)).toEqual({ is: "late" });
    expect(await publish(2)).toEqual(no("This plan pairs nobody, so there is nothing to publish."));
    expect(await sql`select * from pairs`).toEqual([]);
  });

  it("without a plan there is nothing to publish", async () => {
    expect(await publish(1)).toEqual(no("There is no plan to publish yet. Run the pairing first."));
  });

  it("a pair that no longer holds is named, and nothing at all is published", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const [gone, forbidden, deaf, fine] = await newcomersCome(db, cast.django, 4);
    const omar = await comes(db, cast.django, "Omar Haddad", { seats: 3 });
    if (!gone || !forbidden || !deaf || !fine) throw new Error("nobody came");
    await run();
    for (const who of [gone, forbidden, deaf, fine]) {
      const draft = await findDraft(db, at.communityId, at.sprintId);
      const seen = draft?.rev ?? 0;
      const to = who === fine ? omar : priya;
      if (draft?.pairs.find((pair) => pair.newcomerId === who.registrationId)?.mentorId === to.registrationId) continue;
      await moveInPlan(db, doer(), at, seen, {
        newcomerId: who.registrationId,
        mentorId: to.registrationId,
        fix: false,
      });
    }
    await leaves(gone);
    await comes(db, cast.django, "Newcomer 3", { languages: ["et"] });
    const rev = (await findDraft(db, at.communityId, at.sprintId))?.rev ?? 0;
    expect(await publish(rev)).toEqual(
      no(
        "Something has changed since this plan was made. Newcomer 1 does not come as a newcomer any more. " +
          "Newcomer 3 and Priya Sharma have no language in common. Run it again.",
      ),
    );
    expect(await sql`select * from pairs`).toEqual([]);
  });

  it("a mentor who has fewer seats now, and a newcomer approved meanwhile, are noticed", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const [one] = await newcomersCome(db, cast.django, 3);
    await run();
    await comes(db, cast.django, "Priya Sharma", { seats: 2 });
    expect(await publish(1)).toMatchObject({ is: "no" });
    if (one) await approve(one, priya);
    const rev = (await findDraft(db, at.communityId, at.sprintId))?.rev ?? 0;
    expect(await publish(rev)).toEqual(
      no(
        "Something has changed since this plan was made. There is no seat left with Priya Sharma for Newcomer 3. Run it again.",
      ),
    );
    await run(rev);
    expect((await publish(rev + 1)).is).toBe("done");
    expect((await seating(db, cast.django)).pairs).toHaveLength(2);
  });

  it("the next plan leaves published pairs and their seats alone", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 2 });
    await newcomersCome(db, cast.django, 1);
    await run();
    await publish(1);
    await comes(db, cast.django, "Late Lee");
    await comes(db, cast.django, "Later Lou");
    await run();
    expect((await seating(db, cast.django)).draft).toEqual(["Late Lee with Priya Sharma", "Later Lou waits"]);
    const draft = await findDraft(db, at.communityId, at.sprintId);
    expect(draft?.pairs[0]?.seat).toBe(2);
    const published = await publish(draft?.rev ?? 0);
    expect(published.is === "done" && published.pairs.map(({ newcomer }) => newcomer.name)).toEqual(["Late Lee"]);
    expect((await seating(db, cast.django)).pairs).toEqual([
      "Late Lee with Priya Sharma",
      "Newcomer 1 with Priya Sharma",
    ]);
  });
});

describe("approving one pair", () => {
  it("four approvals at once for three seats give three; the fourth is told who has them", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const four = await newcomersCome(db, cast.django, 4);
    const answers = await Promise.all(four.map((who) => approve(who, priya, wide.db)));
    expect(answers.filter(({ is }) => is === "done")).toHaveLength(3);
    const sits = four.filter((_, index) => answers[index]?.is === "done").map(({ name }) => name);
    const told = answers.flatMap((answer) => (answer.is === "no" ? [answer.verdict.because] : []));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^All 3 seats with Priya Sharma are taken, by .* Choose another mentor\.$/);
    for (const name of sits) expect(told[0]).toContain(name);
    expect(await sql`select seat from pairs order by seat`).toEqual([{ seat: 1 }, { seat: 2 }, { seat: 3 }]);
  });

  it("three hundred approvals at the same moment for three seats give exactly three", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const crowd = await newcomersCome(db, cast.django, 300);
    const answers = await Promise.all(crowd.map((who) => approve(who, priya, wide.db)));
    expect(answers.filter(({ is }) => is === "done")).toHaveLength(3);
    expect(answers.filter(({ is }) => is === "no")).toHaveLength(297);
    expect(await sql`select seat, ended_at from pairs order by seat`).toEqual(
      [1, 2, 3].map((seat) => ({ seat, ended_at: null })),
    );
  });

  it("one newcomer whom three organizers give three mentors at once gets one", async () => {
    const [kofi] = await newcomersCome(db, cast.django, 1);
    if (!kofi) throw new Error("nobody came");
    const mentors = [];
    for (const name of ["Priya", "Omar", "Lin"]) mentors.push(await comes(db, cast.django, name, { seats: 3 }));
    const answers = await Promise.all(mentors.map((mentor) => approve(kofi, mentor, wide.db)));
    expect(answers.map(({ is }) => is).sort()).toEqual(["done", "no", "no"]);
    const has = mentors[answers.findIndex(({ is }) => is === "done")]?.name;
    for (const answer of answers) {
      if (answer.is === "no") {
        expect(answer).toEqual(
          no(`Newcomer 1 has a mentor already: ${has}. End that pair first if it should be another.`),
        );
      }
    }
  });

  it("an approval and a publication at the same moment never fill a seat twice", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 2 });
    await newcomersCome(db, cast.django, 2);
    await run();
    const late = await comes(db, cast.django, "Late Lee");
    const [approved, published] = await Promise.all([approve(late, priya, wide.db), publish(1, wide.db)]);
    expect([approved.is, published.is].sort()).toEqual(["done", "no"]);
    const pairs = await sql<{ seat: number }>`select seat from pairs order by seat`;
    expect(pairs.length).toBe(approved.is === "done" ? 1 : 2);
  });

  it("takes the newcomer out of the draft, and the rest of it can be published", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 2 });
    const omar = await comes(db, cast.django, "Omar Haddad", { seats: 2 });
    const [one] = await newcomersCome(db, cast.django, 2);
    await run();
    if (one) await approve(one, omar);
    const draft = await findDraft(db, at.communityId, at.sprintId);
    expect(draft?.pairs.map(({ newcomer }) => newcomer)).toEqual(["Newcomer 2"]);
    expect(await publish(1)).toEqual({ is: "late" });
    expect((await publish(draft?.rev ?? 0)).is).toBe("done");
  });

  it("a seat that has become free again goes to the next, and no seat is counted that a mentor gave back", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const [one, two, three, four] = await newcomersCome(db, cast.django, 4);
    if (!one || !two || !three || !four) throw new Error("nobody came");
    for (const who of [one, two, three]) await approve(who, priya);
    await leaves(one);
    await comes(db, cast.django, "Priya Sharma", { seats: 2 });
    expect((await approve(four, priya)).is).toBe("no");
    await leaves(three);
    expect((await approve(four, priya)).is).toBe("done");
    expect(await sql`select seat from pairs where ended_at is null order by seat`).toEqual([{ seat: 1 }, { seat: 2 }]);
  });

  it("a forbidden pair, one without a language, one somebody would rather not have, are refused", async () => {
    const [kofi] = await newcomersCome(db, cast.django, 1);
    if (!kofi) throw new Error("nobody came");
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 1 });
    const lin = await comes(db, cast.django, "Lin Tamm", { seats: 1, languages: ["et"] });
    const mona = await comes(db, cast.django, "Mona Quiet", { seats: 1, notWith: [kofi.registrationId] });
    const two = { newcomerId: kofi.registrationId, mentorId: priya.registrationId, rule: "forbidden" as const };
    await ruleOnPair(db, doer(), at, null, two);
    expect([await approve(kofi, priya), await approve(kofi, lin), await approve(kofi, mona)]).toEqual([
      no("Newcomer 1 and Priya Sharma are a forbidden pair. Take that back first, or choose another mentor."),
      no(
        "Newcomer 1 and Lin Tamm have no language in common. Choose another mentor, or fix the pair if you know better.",
      ),
      no("These two cannot be a pair. Choose another mentor."),
    ]);
    expect(await sql`select * from pairs`).toEqual([]);
  });
});
