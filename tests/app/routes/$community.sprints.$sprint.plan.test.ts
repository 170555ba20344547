import { beforeEach, describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import type { Cast } from "../../support/cast";
import { type Comer, comes, makePlanning, newcomersCome, seating } from "../../support/crowd";
import { testDatabase } from "../../support/database";
import type { Answered, Browser } from "../../support/http";
import { formTo, saidBy, wordsOf } from "../../support/page";

const { db, sql, address, setClock, stageOnce } = await testDatabase();
const app = await openApp(address);
let cast: Cast;
let plan: string;
let mireia: Browser;
let zoe: Browser;

stageOnce(async () => {
  ({ cast, plan } = await makePlanning(db));
});
beforeEach(async () => {
  app.mails.length = 0;
  mireia = await app.signedIn(cast.mireia);
  zoe = await app.signedIn(cast.zoe);
});

const main = ({ text }: Answered) => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? "";
const read = async (who: Browser, path = plan) => wordsOf({ text: main(await who.get(path)) });
const run = (who: Browser, seen = "") => who.post(`${plan}/run`, { seen });
const move = (who: Browser, newcomer: Comer, mentor: Comer | "wait", seen: number, more = {}) =>
  who.post(`${plan}/move`, {
    newcomer: String(newcomer.registrationId),
    mentor: mentor === "wait" ? mentor : String(mentor.registrationId),
    seen: String(seen),
    ...more,
  });

describe("the pairing table", () => {
  it("begins with one button, which pairs everybody who can be paired and tells nobody", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 2, skills: ["docs"] });
    await comes(db, cast.django, "Kofi Abara", { wants: ["docs"] });
    await comes(db, cast.django, "Ana Villa", { languages: ["es"] });
    expect(await read(mireia)).toContain("Pair 2 newcomers");

    const ran = await run(mireia);
    expect([ran.status, ran.headers.location]).toEqual([303, plan]);
    expect(saidBy(ran)).toBe("Here is the best plan there is. Nobody has been told.");
    const words = await read(mireia);
    expect(words).toContain("1 of 2 newcomers paired, the most there can be.");
    expect(words).toContain("Draft: nobody has been told");
    expect(words).toContain("Made by Mireia Puig, Monday 4 May, 11:00 Madrid time.");
    expect(words).toMatch(/Kofi Abara Change because the mentor knows docs, .*shared hours/);
    expect(words).toContain("1 of 2 seats · 8 hours");
    expect(words).toContain("A seat is free");
    expect(words).toContain("Ana Villa Find a seat No mentor with a free seat speaks Spanish.");
    expect(words).toContain("Publish 1 pair");
    expect(app.mails).toEqual([]);
  });

  it("says what has changed since, and offers to run again first", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    await newcomersCome(db, cast.django, 1);
    await run(mireia);
    expect(await read(mireia)).not.toContain("What has changed since");
    await comes(db, cast.django, "Late Lee");
    const words = await read(mireia);
    expect(words).toContain("What has changed since Running again takes it all into account. Late Lee has registered.");
    expect(words).toContain("Late Lee has registered since this plan was made.");
    expect(words).not.toContain("the most there can be");
    await run(mireia, "1");
    expect((await seating(db, cast.django)).draft).toContain("Late Lee with Priya Sharma");
  });

  it("is for organizers alone: a member is refused in a sentence and on the audit trail, a newcomer and a mentor see nothing of a draft", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    const kofi = await comes(db, cast.django, "Kofi Abara");
    await run(mireia);
    for (const person of [priya, kofi]) {
      const browser = await app.signedIn(person);
      const answer = await browser.get(plan);
      expect(answer.status).toBe(403);
      expect(wordsOf(answer)).toContain("Only organizers of Django can pair people at its sprints.");
      for (const path of ["", "/mentoring"]) {
        const page = await browser.get(`/django/sprints/${cast.django.sprint}${path}`);
        expect(page.text).not.toContain(person === priya ? "Kofi Abara" : "Priya Sharma");
      }
      const work = await browser.get("/my-work");
      expect(work.text).not.toContain(person === priya ? "Kofi Abara" : "Priya Sharma");
    }
    const denied =
      await sql`select actor_id::int, action, object from audit_rows where outcome = 'denied' and object = 'plans' order by id`;
    expect(denied).toEqual([priya, kofi].map(({ id }) => ({ actor_id: id, action: "read plan", object: "plans" })));
    expect((await (await app.signedIn(cast.omar)).post(`${plan}/publication`, { seen: "1" })).status).toBe(403);
    expect((await mireia.get(`/django/sprints/wagtail-2026/plan`)).status).toBe(404);
  });

  it("shows no wish to be kept apart, however it is looked at", async () => {
    const kofi = await comes(db, cast.django, "Kofi Abara");
    await comes(db, cast.django, "Mona Quiet", { seats: 1, notWith: [kofi.registrationId] });
    await run(mireia);
    const words = await read(mireia, `${plan}?newcomer=${kofi.registrationId}`);
    expect(words).toContain("Kofi Abara No mentor with a free seat can be paired with Kofi Abara.");
    expect(words).not.toMatch(/rather|not with|apart/i);
  });

  it("asks the database as often for thirty newcomers as for three", async () => {
    const cost = async () => {
      const before = app.statements.length;
      await mireia.get(plan);
      return app.statements.length - before;
    };
    for (const name of ["Priya", "Omar", "Lin"]) await comes(db, cast.django, name, { seats: 4 });
    for (const name of ["Kofi", "Zola", "Ana"]) await comes(db, cast.django, name);
    await run(mireia);
    await cost();
    const three = await cost();
    await newcomersCome(db, cast.django, 27);
    await run(mireia, "1");
    expect(await cost()).toBe(three);
    expect(three).toBeLessThanOrEqual(15);
  });

  it("of a sprint that is over is to be read, and no button is on it", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 3 });
    await newcomersCome(db, cast.django, 1);
    await run(mireia);
    await setClock("2027-01-01T00:00:00Z");
    mireia = await app.signedIn(cast.mireia);
    const page = await mireia.get(plan);
    expect(wordsOf(page)).toContain("is over, so nobody is paired any more.");
    expect(main(page)).not.toContain("<form");
    expect((await run(mireia, "1")).status).toBe(409);
  });
});

describe("moving somebody", () => {
  let kofi: Comer;
  let priya: Comer;
  let omar: Comer;

  beforeEach(async () => {
    priya = await comes(db, cast.django, "Priya Sharma", { seats: 1, skills: ["docs"] });
    omar = await comes(db, cast.django, "Omar Haddad", { seats: 1 });
    kofi = await comes(db, cast.django, "Kofi Abara", { wants: ["docs"] });
    await run(mireia);
  });

  it("offers the free seats that fit, and the form that is sent moves them", async () => {
    await comes(db, cast.django, "Lin Tamm", { seats: 1, languages: ["et"] });
    const page = await mireia.get(`${plan}?newcomer=${kofi.registrationId}`);
    const words = wordsOf({ text: main(page) });
    expect(words).toMatch(/Another seat for Kofi Abara .*Omar Haddad .*Let Kofi Abara wait/);
    expect(words).toContain("What about somebody else? Lin Tamm They have no language in common. Fits");
    const form = formTo(page, `${plan}/move`);
    expect(form).toMatchObject({ newcomer: String(kofi.registrationId), seen: "1" });
    const moved = await mireia.post(`${plan}/move`, { ...form, mentor: String(omar.registrationId) });
    expect(saidBy(moved)).toBe("Moved. Nobody has been told.");
    expect((await seating(db, cast.django)).draft).toEqual(["Kofi Abara with Omar Haddad"]);
    expect(await read(mireia)).toContain("moved by hand");
  });

  it("to a full mentor is refused in a sentence, with the choice kept and who sits there", async () => {
    const uma = await comes(db, cast.django, "Uma Okafor");
    await run(mireia, "1");
    expect((await seating(db, cast.django)).draft).toContain("Uma Okafor with Omar Haddad");
    const refused = await move(mireia, uma, priya, 2);
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain(
      "The one seat with Priya Sharma is taken, by Kofi Abara. Choose another mentor.",
    );
    expect(wordsOf(refused)).toContain("Uma Okafor sits with Omar Haddad.");
    expect(formTo(refused, `${plan}/move`)).toMatchObject({ newcomer: String(uma.registrationId), seen: "2" });
    const [denied] = await sql`select action, because from audit_rows where outcome = 'denied'`;
    expect(denied).toMatchObject({ action: "move newcomer" });
  });

  it("on a draft a colleague has changed says who did what, keeps the choice, and counts the next send as having seen it", async () => {
    const uma = await comes(db, cast.django, "Uma Okafor");
    await run(mireia, "1");
    expect((await move(zoe, uma, "wait", 2)).status).toBe(303);
    const late = await move(mireia, kofi, omar, 2, { keep: "yes" });
    expect(late.status).toBe(409);
    const words = wordsOf(late);
    expect(words).toContain("Zoë Lindqvist changed this plan while you were looking");
    expect(words).toContain("How things stand now Uma Okafor waits.");
    const form = formTo(late, `${plan}/move`);
    expect(form).toMatchObject({ mentor: String(omar.registrationId), keep: "yes", seen: "3" });
    expect((await mireia.post(`${plan}/move`, form)).status).toBe(303);
    expect(await read(mireia)).toContain("Kofi Abara with Omar Haddad Take back");
  });

  it("on a draft that was run anew, or is published, says that", async () => {
    await run(zoe, "1");
    expect(wordsOf(await move(mireia, kofi, omar, 1))).toContain(
      "Zoë Lindqvist ran the pairing again while you were looking",
    );
    await zoe.post(`${plan}/publication`, { seen: "2" });
    const late = await move(mireia, kofi, omar, 2);
    expect([late.status, wordsOf(late).includes("This plan is published already")]).toEqual([409, true]);
  });

  it("to nobody in particular asks again, with the seats that are free", async () => {
    const answer = await mireia.post(`${plan}/move`, { newcomer: String(kofi.registrationId), mentor: "", seen: "1" });
    expect(answer.status).toBe(422);
    expect(wordsOf(answer)).toContain("Choose a mentor, or let them wait.");
    expect(formTo(answer, `${plan}/move`)).toMatchObject({ newcomer: String(kofi.registrationId), seen: "1" });
  });

  it.each(["0", "-1", "1.5", "x", "9".repeat(30), ""])(
    "of a newcomer who is none (%s) changes nothing",
    async (newcomer) => {
      const answer = await mireia.post(`${plan}/move`, { newcomer, mentor: "wait", seen: "1" });
      expect([answer.status, wordsOf(answer).includes("Choose a newcomer from the list.")]).toEqual([422, true]);
    },
  );

  it("of somebody in another community is refused as of somebody who is not there", async () => {
    const foreign = await comes(db, cast.wagtail, "Nils Elsewhere");
    const missing = { ...foreign, registrationId: 999_999 };
    const answers = [await move(mireia, foreign, omar, 1), await move(mireia, missing, omar, 1)];
    expect(answers.map(({ status }) => status)).toEqual([422, 422]);
    const [one = "", other] = answers.map((answer) =>
      wordsOf(answer).replace(String(answer.headers["x-request-id"]), ""),
    );
    expect(one).toBe(other);
    expect(one).not.toContain("Nils");
  });
});

describe("a rule", () => {
  it("is made for any two people, shown, and taken back", async () => {
    const kofi = await comes(db, cast.django, "Kofi Abara");
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 1 });
    const fields = { newcomer: String(kofi.registrationId), mentor: String(priya.registrationId), seen: "" };
    const made = await mireia.post(`${plan}/rule`, { ...fields, rule: "forbidden" });
    expect(saidBy(made)).toBe("Forbidden, for this run and every later one.");
    expect(await read(mireia)).toContain("Kofi Abara never with Priya Sharma Take back");
    await run(mireia);
    expect(await read(mireia)).toContain("Every mentor who could take Kofi Abara is ruled out by a forbidden pair.");
    await mireia.post(`${plan}/rule`, { ...fields, rule: "none", seen: "1" });
    expect(await sql`select * from pair_rules`).toEqual([]);
  });

  it("that is not whole comes back with what was chosen", async () => {
    const kofi = await comes(db, cast.django, "Kofi Abara");
    await comes(db, cast.django, "Priya Sharma", { seats: 1 });
    const answer = await mireia.post(`${plan}/rule`, {
      newcomer: String(kofi.registrationId),
      rule: "fixed",
      seen: "",
    });
    expect(answer.status).toBe(422);
    expect(wordsOf(answer)).toContain("Choose a mentor from the list.");
    expect(formTo(answer, `${plan}/rule`)).toMatchObject({ newcomer: String(kofi.registrationId), rule: "fixed" });
  });

  it("made on a draft that a colleague has changed keeps what was chosen", async () => {
    const kofi = await comes(db, cast.django, "Kofi Abara");
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 1 });
    await run(mireia);
    await move(zoe, kofi, "wait", 1);
    const fields = { newcomer: String(kofi.registrationId), mentor: String(priya.registrationId), rule: "fixed" };
    const late = await mireia.post(`${plan}/rule`, { ...fields, seen: "1" });
    expect([late.status, wordsOf(late).includes("Kofi Abara waits.")]).toEqual([409, true]);
    expect(formTo(late, `${plan}/rule`)).toEqual({ ...fields, seen: "2" });
  });
});

describe("taking a step back", () => {
  const undo = (who: Browser, seen: number) => who.post(`${plan}/undo`, { seen: String(seen) });

  it("goes back step by step, whoever made it, to how the draft began", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 1 });
    const kofi = await comes(db, cast.django, "Kofi Abara");
    await run(mireia);
    const began = await seating(db, cast.django);
    await move(zoe, kofi, "wait", 1);
    const fields = { newcomer: String(kofi.registrationId), mentor: String(priya.registrationId), seen: "2" };
    await mireia.post(`${plan}/rule`, { ...fields, rule: "fixed" });
    expect(await read(mireia)).toContain("Take back: Mireia Puig fixed Kofi Abara with Priya Sharma");
    expect(saidBy(await undo(zoe, 3))).toBe("Taken back. Nobody has been told.");
    expect(await sql`select * from pair_rules`).toEqual([]);
    expect((await seating(db, cast.django)).draft).toEqual(["Kofi Abara waits"]);
    expect(await read(mireia)).toContain("Take back: Zoë Lindqvist let Kofi Abara wait");
    await undo(mireia, 4);
    expect(await seating(db, cast.django)).toEqual(began);
    expect(await read(mireia)).toContain("1 of 1 newcomer paired: everybody.");
    expect(await read(mireia)).not.toContain("Take back:");
    const refused = await undo(mireia, 5);
    expect([refused.status, wordsOf(refused).includes("There is nothing left to take back")]).toEqual([409, true]);
  });

  it("on a draft that a colleague has changed takes nothing back, and says who did what", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 1 });
    const kofi = await comes(db, cast.django, "Kofi Abara");
    await run(mireia);
    await move(zoe, kofi, "wait", 1);
    const late = await undo(mireia, 1);
    expect([late.status, wordsOf(late).includes("Zoë Lindqvist changed this plan while you were looking")]).toEqual([
      409,
      true,
    ]);
    expect((await seating(db, cast.django)).draft).toEqual(["Kofi Abara waits"]);
  });

  it("asked for while one's own move was on its way takes back that move; none that was not made, and no colleague's", async () => {
    await comes(db, cast.django, "Priya Sharma", { seats: 1 });
    const kofi = await comes(db, cast.django, "Kofi Abara");
    await run(mireia);
    const began = await seating(db, cast.django);
    const follow = (who: Browser, seen: number) => who.post(`${plan}/undo`, { seen: String(seen), follows: "yes" });
    const none = await follow(mireia, 1);
    expect([none.status, wordsOf(none).includes("Your move was not made, so there is nothing of it")]).toEqual([
      409,
      true,
    ]);
    await move(mireia, kofi, "wait", 1);
    expect((await follow(zoe, 1)).status).toBe(409);
    expect((await seating(db, cast.django)).draft).toEqual(["Kofi Abara waits"]);
    expect(saidBy(await follow(mireia, 1))).toBe("Taken back. Nobody has been told.");
    expect(await seating(db, cast.django)).toEqual(began);
  });

  it("takes back a whole run, and the table says what the run moved and why", async () => {
    await comes(db, cast.django, "Omar Haddad", { seats: 1 });
    const kofi = await comes(db, cast.django, "Kofi Abara", { wants: ["docs"] });
    await run(mireia);
    expect(await read(mireia)).not.toContain("Compare with the run before");
    await comes(db, cast.django, "Priya Sharma", { seats: 1, skills: ["docs"] });
    await run(mireia, "1");
    expect(await read(mireia)).toMatch(
      /Compare with the run before Kofi Abara Was with Omar Haddad, is with Priya Sharma now\. because the mentor knows docs/,
    );
    await undo(mireia, 2);
    expect((await seating(db, cast.django)).draft).toEqual(["Kofi Abara with Omar Haddad"]);
    await comes(db, cast.django, "Kofi Abara", { wants: ["css"] });
    expect(kofi.name).toBe("Kofi Abara");
  });
});

describe("the revision of a plan", () => {
  it("tells an open table who changed it last, and nothing (304) while nobody has", async () => {
    const kofi = await comes(db, cast.django, "Kofi Abara");
    await comes(db, cast.django, "Priya Sharma", { seats: 1 });
    expect(JSON.parse((await mireia.get(`${plan}/rev`)).text)).toEqual({ rev: 0, by: null });
    await run(mireia);
    const first = await mireia.get(`${plan}/rev`);
    expect([JSON.parse(first.text), first.headers.etag]).toEqual([{ rev: 1, by: "Mireia Puig" }, '"1"']);
    const asked = { "If-None-Match": '"1"' };
    expect((await mireia.get(`${plan}/rev`, asked)).status).toBe(304);
    await move(zoe, kofi, "wait", 1);
    const later = await mireia.get(`${plan}/rev`, asked);
    expect([later.status, JSON.parse(later.text)]).toEqual([200, { rev: 2, by: "Zoë Lindqvist" }]);
  });
});

describe("what a seat costs", () => {
  it("is said for each mentor before anybody is moved, to organizers alone", async () => {
    const priya = await comes(db, cast.django, "Priya Sharma", { seats: 1, skills: ["docs"] });
    const omar = await comes(db, cast.django, "Omar Haddad", { seats: 2 });
    const kofi = await comes(db, cast.django, "Kofi Abara", { wants: ["docs"] });
    const zola = await comes(db, cast.django, "Zola Line", { wants: ["css"] });
    await run(mireia);
    const ask = async (who: Comer) =>
      JSON.parse((await mireia.get(`${plan}/seats?newcomer=${who.registrationId}`)).text);
    expect(await ask(kofi)).toEqual({
      seats: [
        {
          mentorId: omar.registrationId,
          can: true,
          fit: expect.any(Number),
          words: expect.stringMatching(/Nobody else moves\.$/),
        },
      ],
    });
    expect(await ask(zola)).toEqual({
      seats: [
        {
          mentorId: priya.registrationId,
          can: false,
          fit: expect.any(Number),
          words: expect.stringContaining("Kofi Abara would sit with Omar"),
        },
      ],
    });
    expect((await (await app.signedIn(kofi)).get(`${plan}/seats?newcomer=${zola.registrationId}`)).status).toBe(403);
  });
});
