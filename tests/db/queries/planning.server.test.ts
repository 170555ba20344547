import { beforeEach, describe, expect, it } from "vitest";
import { change } from "../../../db/queries/change.server";
import { findDraftChanges, listRegistrationChanges } from "../../../db/queries/plan-changes.server";
import { moveInPlan, ruleOnPair, runPlan } from "../../../db/queries/planning.server";
import { findDraft } from "../../../db/queries/plans.server";
import { withdraw } from "../../../db/queries/registering.server";
import { holdSprint } from "../../../db/queries/sprints.server";
import { type Cast, stage } from "../../support/cast";
import { type Comer, comes, makePlanning, newcomersCome, seating, sprintOf } from "../../support/crowd";
import { testDatabase } from "../../support/database";

const { db, sql, setClock, stageOnce } = await testDatabase();
let cast: Cast;
let at: { communityId: number; sprintId: number; personId: number };

stageOnce(async () => {
  const { sprint, ...made } = await makePlanning(db);
  cast = made.cast;
  at = { communityId: cast.django.id, sprintId: sprint.id, personId: cast.mireia.id };
});

const doer = () => ({ personId: at.personId, requestId: "test" });
const run = (seen: number | null) => runPlan(db, doer(), at, seen);
const draft = async () => {
  const found = await findDraft(db, at.communityId, at.sprintId);
  if (!found) throw new Error("there is no draft");
  return found;
};
const move = (who: Comer, to: Comer | null, seen: number | null, fix = false) =>
  moveInPlan(db, doer(), at, seen, { newcomerId: who.registrationId, mentorId: to?.registrationId ?? null, fix });
const rule = (who: Comer, to: Comer, said: "fixed" | "forbidden" | null, seen: number | null) =>
  ruleOnPair(db, doer(), at, seen, { newcomerId: who.registrationId, mentorId: to.registrationId, rule: said });
const no = (because: string) => ({ is: "no", verdict: { ok: false, status: 409, because } });
const done = { is: "done" };
const late = { is: "late" };

describe("running the pairing", () => {
  it("seats as many newcomers as there are seats; the others wait, each with the rule in the way", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 2 });
    await comes(db, cast.django, "Lin Tamm", { seats: 1, languages: ["et"] });
    await newcomersCome(db, cast.django, 2);
    await comes(db, cast.django, "Ana Villa", { languages: ["es"] });
    expect(await run(null)).toMatchObject(done);
    expect((await seating(db, cast.django)).draft).toEqual([
      "Ana Villa waits",
      "Newcomer 1 with Priya Sharma",
      "Newcomer 2 with Priya Sharma",
    ]);
    const { waits, pairs, madeBy } = await draft();
    expect(waits.map(({ because }) => because)).toEqual(["No mentor with a free seat speaks Spanish."]);
    expect(pairs.map(({ seat }) => seat)).toEqual([1, 2]);
    expect(pairs[0]?.reasons.length).toBeGreaterThan(0);
    expect(madeBy).toBe("Mireia Puig");
  });

  it("the same registrations give the same plan, however often it is run", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 3, skills: ["docs"] });
    await comes(db, cast.django, "Omar Haddad", { seats: 3, skills: ["css"] });
    await newcomersCome(db, cast.django, 5);
    await run(null);
    const first = (await draft()).pairs;
    await run(1);
    expect((await draft()).pairs).toEqual(first);
    expect((await draft()).rev).toBe(2);
  });

  it("ten organizers who press at the same moment get one draft, and all of them see it", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    await newcomersCome(db, cast.django, 3);
    const ran = await Promise.all(Array.from({ length: 10 }, () => run(null)));
    expect(ran.filter((one) => one.is === "done")).toHaveLength(10);
    expect(ran.filter((one) => one.is === "done" && one.said === "made")).toHaveLength(1);
    expect(await sql`select rev from plans`).toEqual([{ rev: 1 }]);
  });

  it("the database itself refuses a second draft of a sprint", async () => {
    const twice = change(db, stage, "run pairing", (tx) =>
      tx.execute(
        `insert into plans (community_id, sprint_id) values (${at.communityId}, ${at.sprintId}), (${at.communityId}, ${at.sprintId})`,
      ),
    );
    await expect(twice).rejects.toMatchObject({ cause: { constraint_name: "plans_one_draft" } });
  });

  it("whoever runs again without having seen what a colleague moved is late, and nothing is lost", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const omar = await comes(db, cast.django, "Omar Haddad", { seats: 3 });
    const [kofi] = await newcomersCome(db, cast.django, 1);
    if (!kofi) throw new Error("nobody came");
    await run(null);
    const to = (await draft()).pairs[0]?.mentor === "Priya Sharma" ? omar : priya;
    await move(kofi, to, 1);
    expect(await run(1)).toEqual(late);
    expect((await seating(db, cast.django)).draft).toEqual([`Newcomer 1 with ${to.name}`]);
  });

  it("a move right after another of one's own needs no second look; after a colleague's it does", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 1 });
    const [kofi, zola] = await newcomersCome(db, cast.django, 2);
    if (!kofi || !zola) throw new Error("nobody came");
    await run(null);
    const [sits, waits] = (await draft()).pairs[0]?.newcomerId === kofi.registrationId ? [kofi, zola] : [zola, kofi];
    const follows = (who: Comer, to: Comer | null, by = at.personId) =>
      moveInPlan(db, { personId: by, requestId: "test" }, { ...at, personId: by }, 1, {
        newcomerId: who.registrationId,
        mentorId: to?.registrationId ?? null,
        fix: false,
        follows: true,
      });
    expect(await follows(sits, null)).toMatchObject(done);
    expect(await follows(waits, priya)).toMatchObject(done);
    expect(await follows(waits, null, cast.zoe.id)).toEqual(late);
    expect(await move(waits, null, 1)).toEqual(late);
    expect((await seating(db, cast.django)).draft.sort()).toEqual(
      [`${waits.name} with Priya Sharma`, `${sits.name} waits`].sort(),
    );

    await run(3);
    expect(await follows(waits, null)).toEqual(late);
  });

  it("people who wait for a place, and people who have withdrawn, are not paired", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const [gone] = await newcomersCome(db, cast.django, 2);
    await change(db, stage, "withdraw", async (tx) => {
      const sprint = await holdSprint(tx, at.communityId, at.sprintId);
      if (sprint) await withdraw(tx, at.communityId, sprint, gone?.id ?? 0);
    });
    const line = await comes(db, cast.django, "Zola Line");
    await change(db, stage, "register", (tx) =>
      tx.execute(
        `update registrations set waiting_since = app_now(), waiting_for = 'place' where id = ${line.registrationId}`,
      ),
    );
    await run(null);
    expect((await seating(db, cast.django)).draft).toEqual(["Newcomer 2 with Priya Sharma"]);
  });

  it("without anybody to pair, it says so", async () => {
    expect(await run(null)).toEqual(
      no("Nobody has registered as a newcomer yet, so there is nobody to pair. Pass the sprint's address on first."),
    );
  });

  it("is refused once the sprint is over", async () => {
    await newcomersCome(db, cast.django, 1);
    await setClock("2027-01-01T00:00:00Z");
    const sprint = await sprintOf(db, cast.django);
    expect(await run(null)).toEqual(
      no(`${sprint.name} is over, so nobody is paired any more. The pairs there are go on until they are ended.`),
    );
  });
});

describe("adjusting a draft", () => {
  let kofi: Comer;
  let zola: Comer;
  let priya: Comer;
  let omar: Comer;

  beforeEach(async () => {
    priya = await comes(db, cast.django, "Priya Sharma", { seats: 2, skills: ["docs"] });
    omar = await comes(db, cast.django, "Omar Haddad", { seats: 1 });
    kofi = await comes(db, cast.django, "Kofi Abara", { wants: ["docs"] });
    zola = await comes(db, cast.django, "Zola Line", { wants: ["docs"] });
    await run(null);
    expect((await seating(db, cast.django)).draft).toEqual([
      "Kofi Abara with Priya Sharma",
      "Zola Line with Priya Sharma",
    ]);
  });

  it("somebody moves to a free seat, by hand, and somebody else can be left without one", async () => {
    expect(await move(kofi, omar, 1)).toMatchObject(done);
    expect(await move(zola, null, 2)).toMatchObject(done);
    const { pairs, waits, rev } = await draft();
    expect(pairs.map(({ newcomer, mentor, byHand, seat }) => [newcomer, mentor, byHand, seat])).toEqual([
      ["Kofi Abara", "Omar Haddad", true, 1],
    ]);
    expect(waits).toMatchObject([{ newcomer: "Zola Line", because: "An organizer has left them without a seat." }]);
    expect(rev).toBe(3);
  });

  it("a full mentor takes nobody else, and the sentence says who sits there", async () => {
    const uma = await comes(db, cast.django, "Uma Okafor");
    await run(1);
    expect((await seating(db, cast.django)).draft).toContain("Uma Okafor with Omar Haddad");
    expect(await move(uma, priya, 2)).toEqual(
      no("All 2 seats with Priya Sharma are taken, by Kofi Abara and Zola Line. Choose another mentor."),
    );
    expect(await move(kofi, omar, 2)).toEqual(
      no("The one seat with Omar Haddad is taken, by Uma Okafor. Choose another mentor."),
    );
    expect((await draft()).rev).toBe(2);
  });

  it("without a language, without two shared hours, nobody is moved", async () => {
    const lin = await comes(db, cast.django, "Lin Tamm", { seats: 1, languages: ["et"] });
    const sam = await comes(db, cast.django, "Sam Brief", { seats: 1, weeklyHours: [] });
    expect(await move(kofi, lin, 1)).toEqual(
      no(
        "Kofi Abara and Lin Tamm have no language in common. Choose another mentor, or fix the pair if you know better.",
      ),
    );
    expect(await move(kofi, sam, 1)).toEqual(
      no(
        "Kofi Abara and Sam Brief share less than two hours at this sprint. Choose another mentor, or fix the pair if you know better.",
      ),
    );
  });

  it("who would rather not be paired with somebody is not, and nobody learns who said so", async () => {
    const cannot = no("These two cannot be a pair. Choose another mentor.");
    const mona = await comes(db, cast.django, "Mona Quiet", { seats: 1, notWith: [kofi.registrationId] });
    expect(await move(kofi, mona, 1)).toEqual(cannot);
    expect(await rule(kofi, mona, "fixed", 1)).toEqual(cannot);
    await comes(db, cast.django, "Zola Line", { notWith: [omar.registrationId] });
    expect(await move(zola, omar, 1)).toEqual(cannot);
  });

  it("two organizers at once: one moves, the other is late and told what is different", async () => {
    const both = await Promise.all([move(kofi, omar, 1), move(zola, omar, 1)]);
    expect(both.map(({ is }) => is).sort()).toEqual(["done", "late"]);
    const plan = await draft();
    const moved = both[0]?.is === "done" ? kofi : zola;
    expect(await findDraftChanges(db, { communityId: at.communityId, id: plan.id }, 1)).toEqual({
      by: "Mireia Puig",
      madeAnew: false,
      newcomerIds: [moved.registrationId],
    });
    expect(plan.pairs).toHaveLength(2);
  });

  it("a move counts as seen only for the draft it was made in: a new one is named as such", async () => {
    await run(1);
    expect(await move(kofi, omar, 1)).toEqual(late);
    const plan = await draft();
    expect(await findDraftChanges(db, { communityId: at.communityId, id: plan.id }, 1)).toMatchObject({
      madeAnew: true,
    });
  });

  it("a fixed pair stays in every run, a forbidden one in none, until it is taken back", async () => {
    expect(await rule(kofi, omar, "fixed", 1)).toMatchObject(done);
    expect((await seating(db, cast.django)).draft).toContain("Kofi Abara with Omar Haddad");
    await run(2);
    expect((await seating(db, cast.django)).draft).toContain("Kofi Abara with Omar Haddad");

    expect(await rule(zola, priya, "forbidden", 3)).toMatchObject(done);
    expect((await draft()).waits).toMatchObject([
      { newcomer: "Zola Line", because: "An organizer has forbidden their pair. Run again to find another mentor." },
    ]);
    await run(4);
    expect((await seating(db, cast.django)).draft).toContain("Zola Line waits");
    expect(await move(zola, priya, 5)).toEqual(
      no("Zola Line and Priya Sharma are a forbidden pair. Take that back first, or choose another mentor."),
    );

    await rule(zola, priya, null, 5);
    await rule(kofi, omar, null, 6);
    await run(7);
    expect((await seating(db, cast.django)).draft).toEqual([
      "Kofi Abara with Priya Sharma",
      "Zola Line with Priya Sharma",
    ]);
  });

  it("organizers know better: a pair without a language in common can be fixed, and keeps its seat", async () => {
    const lin = await comes(db, cast.django, "Lin Tamm", { seats: 1, languages: ["et"] });
    expect(await rule(kofi, lin, "fixed", 1)).toMatchObject(done);
    await run(2);
    expect((await seating(db, cast.django)).draft).toContain("Kofi Abara with Lin Tamm");
    expect(await rule(zola, lin, "fixed", 3)).toEqual(
      no("The one seat with Lin Tamm is taken, by Kofi Abara. Choose another mentor."),
    );
  });

  it("a newcomer is fixed with one mentor: fixing them with another takes the first back, and so does moving them", async () => {
    await rule(kofi, omar, "fixed", 1);
    await rule(kofi, priya, "fixed", 2);
    expect(await sql`select mentor_id::int as mentor from pair_rules`).toEqual([{ mentor: priya.registrationId }]);
    await move(kofi, omar, 3, true);
    expect(await sql`select mentor_id::int as mentor from pair_rules`).toEqual([{ mentor: omar.registrationId }]);
    await move(kofi, null, 4);
    expect(await sql`select mentor_id from pair_rules`).toEqual([]);
  });

  it("people of another sprint or community, and the wrong part, are nobody here", async () => {
    const foreign = await comes(db, cast.wagtail, "Tess Elsewhere", { seats: 3 });
    const stranger = await comes(db, cast.wagtail, "Nils Elsewhere");
    expect(await move(kofi, foreign, 1)).toEqual({ is: "nobody", field: "mentor" });
    expect(await move(stranger, omar, 1)).toEqual({ is: "nobody", field: "newcomer" });
    expect(await move(kofi, zola, 1)).toEqual({ is: "nobody", field: "mentor" });
    expect(await rule(omar, kofi, "fixed", 1)).toEqual({ is: "nobody", field: "newcomer" });
    expect((await draft()).rev).toBe(1);
  });

  it("who has registered or changed since is named; whoever has not, is not", async () => {
    const since = async () => listRegistrationChanges(db, { ...at, id: (await draft()).id });
    expect(await since()).toEqual([]);
    await comes(db, cast.django, "Uma Okafor");
    await comes(db, cast.django, "Omar Haddad", { seats: 2 });
    expect((await since()).map(({ name, became }) => [name, became])).toEqual([
      ["Omar Haddad", "changed"],
      ["Uma Okafor", "registered"],
    ]);
    await run(1);
    expect(await since()).toEqual([]);
  });
});
