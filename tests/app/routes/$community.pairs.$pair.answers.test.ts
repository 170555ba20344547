import { beforeEach, describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { type Cast, makeCast } from "../../support/cast";
import { type Comer, comes, seating, sprintOf } from "../../support/crowd";
import { testDatabase } from "../../support/database";
import type { Answered, Browser } from "../../support/http";
import { formTo, saidBy, wordsOf } from "../../support/page";

const { db, sql, address, stageOnce } = await testDatabase();
const app = await openApp(address);
let cast: Cast;
let plan: string;
let pair: string;
let mireia: Browser;
let kofi: Comer;
let priya: Comer;

/** Kofi and Priya are a published pair; Omar has a seat, and Lin another whom nobody understands. */
stageOnce(async () => {
  cast = await makeCast(db);
  const { slug } = await sprintOf(db, cast.django);
  plan = `/django/sprints/${slug}/plan`;
  mireia = await app.signedIn(cast.mireia);
  priya = await comes(db, cast.django, "Priya Sharma", { seats: 1, skills: ["docs"] });
  kofi = await comes(db, cast.django, "Kofi Abara", { wants: ["docs"] });
  await mireia.post(`${plan}/run`, { seen: "" });
  await mireia.post(`${plan}/publication`, { seen: "1" });
  const [made] = await sql<{ id: number }>`select id::int from pairs`;
  pair = `/django/pairs/${made?.id}`;
});
beforeEach(() => {
  app.mails.length = 0;
});

const main = ({ text }: Answered) => wordsOf({ text: /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? "" });

describe("a published pair", () => {
  it("asks both of its people by one button, on its page and on my work", async () => {
    for (const [person, other] of [
      [kofi, "Priya Sharma"],
      [priya, "Kofi Abara"],
    ] as const) {
      const browser = await app.signedIn(person);
      expect(main(await browser.get("/my-work"))).toMatch(/You are asked whether this suits you.* Yes, that suits me/);
      const page = await browser.get(pair);
      expect(main(page)).toContain(`Does it suit you to work with ${other}? Both of you are asked. No is fine too.`);
      expect(formTo(page, `${pair}/acceptance`)).toEqual({});
    }
    expect(main(await mireia.get(plan))).toContain("Neither has answered yet");
  });

  it("that suits both is on record with who and when, and asks nobody again", async () => {
    const [one, other] = [await app.signedIn(kofi), await app.signedIn(priya)];
    expect(saidBy(await one.post(`${pair}/acceptance`, {}))).toBe("Noted. Priya Sharma has not answered yet.");
    expect(main(await one.get(pair))).not.toContain("Yes, that suits me");
    expect(main(await one.get(pair))).toContain("You have said yes. Priya Sharma has not answered yet.");
    expect(main(await mireia.get(plan))).toContain("Priya Sharma has not answered");
    expect(saidBy(await other.post(`${pair}/acceptance`, {}))).toBe(
      "Noted: both of you have said yes. Say hello to Kofi Abara.",
    );
    expect((await one.post(`${pair}/acceptance`, {})).status).toBe(303);
    expect(main(await mireia.get(plan))).toContain("Both have said yes");
    expect(
      await sql`select side, answer, answered_by::int as by, answered_at = app_now() as now from pair_answers order by side desc`,
    ).toEqual([
      { side: "newcomer", answer: "accepted", by: kofi.id, now: true },
      { side: "mentor", answer: "accepted", by: priya.id, now: true },
    ]);
    expect(app.mails).toEqual([]);
  });

  it("is not asked about any more by whoever has checked in", async () => {
    const one = await app.signedIn(kofi);
    await one.post(`${pair}/check-ins`, { mood: "well", blocks: "", nextDay: "", nextTime: "" });
    expect(main(await one.get(pair))).not.toContain("Does it suit you");
    expect((await one.post(`${pair}/decline`, { reason: "" })).status).toBe(409);
  });

  it("is answered by nobody else: an organizer is refused in a sentence, everybody else finds nothing", async () => {
    for (const what of ["acceptance", "decline"]) {
      const refused = await mireia.post(`${pair}/${what}`, { reason: "" });
      expect([refused.status, wordsOf(refused).includes("Only the two people of a pair say")]).toEqual([403, true]);
      expect((await (await app.signedIn(cast.zoe)).post(`${pair}/${what}`, {})).status).toBe(404);
    }
    expect(await sql`select * from pair_answers`).toEqual([]);
  });
});

describe("a mentor who says no", () => {
  it("ends the pair, and the next best stands in a draft at once, where an organizer reads why", async () => {
    await comes(db, cast.django, "Omar Haddad", { seats: 1 });
    await comes(db, cast.django, "Lin Tamm", { seats: 1, languages: ["et"] });
    const mentor = await app.signedIn(priya);
    const said = await mentor.post(`${pair}/decline`, { reason: "I am moving house." });
    expect(saidBy(said)).toBe("Noted, and that is fine. Your seat is free again, and the organizers see it.");
    expect(await seating(db, cast.django)).toEqual({ draft: ["Kofi Abara with Omar Haddad"], pairs: [] });

    const words = main(await mireia.get(plan));
    expect(words).toContain(
      "Priya Sharma declined Kofi Abara: Omar Haddad would fit, and nobody else would lose. They wrote: “I am moving house.”",
    );
    expect(words).toContain("Made when somebody said no");
    expect(words).toContain("Publish 1 pair");
    expect(words).toContain("Kofi Abara never with Priya Sharma Take back");
    expect(
      (await mireia.post(`${plan}/publication`, formTo(await mireia.get(plan), `${plan}/publication`))).status,
    ).toBe(303);
    expect(main(await mireia.get(plan))).not.toContain("declined");
  });

  it("is read by the newcomer without the reason, in the letter and on the page", async () => {
    const mentor = await app.signedIn(priya);
    await mentor.post(`${pair}/decline`, { reason: "I am moving house." });
    expect(app.mails.map(({ to }) => to)).toEqual(["kofi.abara@example.org"]);
    expect(app.mails[0]?.text).toContain("Priya Sharma has said no to being your mentor");
    const page = await (await app.signedIn(kofi)).get(pair);
    expect(main(page)).toContain("This pair has ended It had not begun: one of the two said no.");
    for (const text of [page.text, app.mails[0]?.text ?? "", (await mentor.get("/my-work")).text]) {
      expect(text).not.toContain("moving house");
    }
    expect(JSON.stringify(await sql`select * from audit_rows`)).not.toContain("moving house");
  });

  it("while a draft stands changes only the newcomer's place in it, and lets organizers know whose press is late", async () => {
    const zola = await comes(db, cast.django, "Zola Line");
    await comes(db, cast.django, "Omar Haddad", { seats: 2 });
    await mireia.post(`${plan}/run`, { seen: "" });
    const before = await mireia.get(plan);
    const { seen = "" } = formTo(before, `${plan}/publication`);
    await (await app.signedIn(priya)).post(`${pair}/decline`, { reason: "" });
    expect((await seating(db, cast.django)).draft).toEqual([
      "Kofi Abara with Omar Haddad",
      "Zola Line with Omar Haddad",
    ]);
    const late = await mireia.post(`${plan}/move`, { newcomer: String(zola.registrationId), mentor: "wait", seen });
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain("Priya Sharma changed this plan while you were looking");
    expect(wordsOf(late)).toContain("Kofi Abara sits with Omar Haddad.");
  });

  it("leaves the newcomer waiting, and says so, where nobody else fits", async () => {
    await (await app.signedIn(kofi)).post(`${pair}/decline`, { reason: "" });
    expect(main(await mireia.get(plan))).toContain("Kofi Abara declined Priya Sharma: nobody with a free seat fits.");
    expect(app.mails.map(({ to }) => to)).toEqual(["priya.sharma@example.org"]);
  });

  it("twice at the same moment is once, and so is yes and no", async () => {
    const [one, two] = [await app.signedIn(priya), await app.signedIn(priya)];
    const answers = await Promise.all([
      one.post(`${pair}/decline`, { reason: "" }),
      two.post(`${pair}/decline`, { reason: "" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await sql`select answer from pair_answers`).toEqual([{ answer: "declined" }]);
    expect(app.mails).toHaveLength(1);
  });

  it("with too many words keeps them", async () => {
    const reason = "x".repeat(501);
    const answer = await (await app.signedIn(priya)).post(`${pair}/decline`, { reason });
    expect(answer.status).toBe(422);
    expect(formTo(answer, `${pair}/decline`)).toEqual({ reason });
  });
});

describe("silence", () => {
  it("is chased once by an organizer's press, and then shown", async () => {
    await (await app.signedIn(kofi)).post(`${pair}/acceptance`, {});
    expect(main(await mireia.get(plan))).toContain("Remind the one who has not answered");
    expect(saidBy(await mireia.post(`${plan}/reminders`, {}))).toBe(
      "1 person has been reminded, and will not be again.",
    );
    expect(app.mails.map(({ to }) => to)).toEqual(["priya.sharma@example.org"]);
    expect(app.mails[0]?.text).toContain(`http://localhost:${app.port}${pair}\n`);
    expect(app.mails[0]?.text).not.toMatch(/@/);
    const words = main(await mireia.get(plan));
    expect(words).toContain("Priya Sharma has not answered, also after a reminder");
    expect(words).not.toContain("Remind the");
    expect(saidBy(await mireia.post(`${plan}/reminders`, {}))).toBe("Nobody was reminded.");
    expect(app.mails).toHaveLength(1);
  });
});

describe("publishing a plan a colleague has published", () => {
  it("says by whom", async () => {
    const again = await mireia.post(`${plan}/publication`, { seen: "1" });
    expect([again.status, wordsOf(again).includes("Mireia Puig has published this plan already")]).toEqual([409, true]);
    expect(main(await mireia.get(plan))).toContain("Published by Mireia Puig, ");
  });
});
