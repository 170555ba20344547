import { beforeEach, describe, expect, it } from "vitest";
import { limits } from "../../../app/domain/limits";
import { findRegistration } from "../../../db/queries/registrations.server";
import { openApp } from "../../support/app";
import { type Cast, makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import type { Browser } from "../../support/http";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";
import { makeSprint, registrationFields } from "../../support/sprints";

const { db, sql, address, stageOnce } = await testDatabase();
const app = await openApp(address);
let cast: Cast;
let page: string;
let sprintId: number;
let mireia: Browser;
let kofi: Browser;
/** Where Kofi's registration is read. */
let theirs: string;

/** Kofi waits to be read. */
stageOnce(async () => {
  cast = await makeCast(db);
  const sprint = await makeSprint(db, cast.django.id, { name: "Read first", reviews: true, capacity: 1 });
  [page, sprintId] = [`/django/sprints/${sprint.slug}`, sprint.id];
  [mireia, kofi] = [await app.signedIn(cast.mireia), await app.signedIn(cast.kofi)];
  await kofi.post(`${page}/registration`, registrationFields({}));
  theirs = `${page}/registrations/${(await own())?.id}`;
});
beforeEach(() => {
  app.mails.length = 0;
});

const own = () => findRegistration(db, cast.django.id, sprintId, cast.kofi.id);
const ask = (question: string, who = mireia) => who.post(`${theirs}/enquiries`, { question });
const answerTo = async (answer: string, who = kofi) => {
  const { enquiry } = formTo(await kofi.get(`${page}/registration`), `${page}/registration/answer`);
  return who.post(`${page}/registration/answer`, { enquiry: enquiry ?? "", answer });
};
const letters = () => app.mails.map(({ to, subject, text }) => `${to} ${subject} ${text}`);

describe("an organizer who wants to know something first", () => {
  it("asks by mail and at the registration; the answer stands where they read, and decides nothing", async () => {
    const asked = await ask("Do you come with a laptop?");
    expect(asked.headers.location).toBe(`${theirs}/edit`);
    expect(saidBy(asked)).toBe("Kofi Abara has been asked. What they answer stands here, and you are written to.");
    expect(letters()).toEqual([
      expect.stringMatching(/^kofi\S+ A question about your registration for Read first [\s\S]*Mireia Puig has read/),
    ]);
    expect(app.mails[0]?.text).toContain("Do you come with a laptop?");
    expect(app.mails[0]?.text).toContain(`${page}/registration#asked`);
    expect(wordsOf(await mireia.get(`${page}/registrations?part=review`))).toContain("Newcomer, to be read, was asked");
    expect(wordsOf(await mireia.get(`${theirs}/edit`))).toMatch(/Mireia Puig asked, .* laptop\? No answer yet\./);

    expect(wordsOf(await kofi.get(page))).toContain("The organizers ask you something before they answer");
    expect(wordsOf(await kofi.get(`${page}/registration`))).toContain("Mireia Puig asks you something");
    expect(saidBy(await answerTo("An old one, with Linux."))).toContain(
      "The organizers read it with your registration",
    );
    expect(wordsOf(await kofi.get(`${page}/registration`))).toMatch(/You answered, .* An old one, with Linux\./);
    expect(wordsOf(await kofi.get(page))).not.toContain("ask you something");

    expect(letters()[1]).toMatch(/^mireia\S+ Kofi Abara has answered you [\s\S]*An old one, with Linux\./);
    expect(app.mails[1]?.text).toContain(`${theirs}/edit`);
    expect(wordsOf(await mireia.get(`${theirs}/edit`))).toMatch(
      /Kofi Abara answered, .* An old one, with Linux\. Does/,
    );
    expect(wordsOf(await mireia.get(`${page}/registrations`))).toContain("Newcomer, to be read, has answered");
    expect(await own()).toMatchObject({ waitingFor: "review" });
  });

  it("asks one thing at a time, but again when the registration has changed since", async () => {
    await ask("Which days?");
    const twice = await ask("Which days?");
    expect([twice.status, app.mails.length]).toEqual([409, 1]);
    expect(wordsOf(await mireia.get(`${theirs}/edit`))).not.toContain("Is there something to ask first?");
    expect(wordsOf(twice)).toContain("Your question Which days?");
    expect(wordsOf(twice)).toContain("Kofi Abara has not answered yet what Mireia Puig asked.");
    await kofi.post(`${page}/registration`, registrationFields({ skills: "weaving" }));
    expect(wordsOf(await mireia.get(`${theirs}/edit`))).toContain(
      "No answer, but their registration has changed since.",
    );
    const { enquiry } = formTo(await kofi.get(`${page}/registration`), `${page}/registration/answer`);
    expect(saidBy(await ask("And the evenings?"))).toContain("has been asked");
    const late = await kofi.post(`${page}/registration/answer`, { enquiry: enquiry ?? "", answer: "All of them." });
    expect([late.status, wordsOf(late)]).toEqual([409, expect.stringContaining("asked something else meanwhile")]);
    expect(late.text).toContain("All of them.");
  });

  it("asks a few times at most, and nobody who has been answered", async () => {
    for (let at = 0; at < limits.enquiries; at++) {
      expect((await ask(`Number ${at}?`)).status).toBe(303);
      expect((await answerTo("Yes.")).status).toBe(303);
    }
    expect(wordsOf(await ask("One more?"))).toContain("Kofi Abara has been asked 5 times.");
    await mireia.post(`${theirs}/review`, { decision: "accepted", words: "" });
    const done = await ask("Really?");
    expect([done.status, wordsOf(done)]).toEqual([409, expect.stringContaining("has been answered already")]);
    expect(wordsOf(await kofi.get(`${page}/registration`))).not.toContain("you something");
  });

  it("has to ask something, and what they wrote is kept, also when they have to sign in first", async () => {
    const empty = await ask(" ");
    expect([empty.status, problemsOn(empty)]).toEqual([422, ["Write what you want to know."]]);
    const gone = await app
      .visitor()
      .post(`${theirs}/enquiries`, { question: "Vegan?" }, { Referer: `http://localhost:${app.port}${theirs}/edit` });
    const kept = new URL(gone.headers.location ?? "", "http://here").searchParams.get("kept");
    expect(fieldValue(await mireia.get(`${theirs}/edit?kept=${kept}`), "question")).toBe("Vegan?");
  });
});

describe("what is asked of somebody", () => {
  it("is answered once, with something, and by themselves alone", async () => {
    await ask("Which days?");
    const empty = await answerTo("");
    expect([empty.status, problemsOn(empty)]).toEqual([422, ["Write your answer."]]);
    expect(wordsOf(empty)).toContain("Which days?");
    const zoe = await app.signedIn(cast.zoe);
    expect((await answerTo("None.", zoe)).status).toBe(404);
    await zoe.post(`${page}/registration`, registrationFields({}));
    expect((await answerTo("None.", zoe)).status).toBe(404);
    const both = [await answerTo("Every day."), null];
    both[1] = await kofi.post(`${page}/registration/answer`, { enquiry: await newest(), answer: "Every day." });
    expect(both.map((answer) => answer?.status)).toEqual([303, 303]);
    expect(app.mails.filter(({ subject }) => subject === "Kofi Abara has answered you")).toHaveLength(1);
    const other = await kofi.post(`${page}/registration/answer`, { enquiry: await newest(), answer: "None." });
    expect([other.status, wordsOf(other)]).toEqual([409, expect.stringContaining("You have answered this already.")]);
  });

  it("is nobody else's to ask or to read, and stands on the audit trail without its words", async () => {
    for (const who of [cast.zoe, cast.kofi]) {
      expect((await ask("Let me in?", await app.signedIn(who))).status).toBe(403);
      expect((await (await app.signedIn(who)).get(`${theirs}/enquiries`)).status).toBe(403);
    }
    await ask("Between us?");
    await answerTo("Between us.");
    const zoe = await app.signedIn(cast.zoe);
    for (const path of [page, `${page}/registration`]) expect((await zoe.get(path)).text).not.toContain("Between us");
    const rows = await sql<{ action: string; row: string }>`select action, concat(before::text, after::text) as row
      from audit_rows where object = 'registration_enquiries' order by id`;
    expect(rows.map(({ action }) => action)).toEqual(["ask registrant", "answer question"]);
    expect(rows.map(({ row }) => row).join()).not.toContain("Between us");
  });
});

const newest = async () => {
  const [one] = await sql<{ id: string }>`select max(id)::text as id from registration_enquiries`;
  return one?.id ?? "";
};
