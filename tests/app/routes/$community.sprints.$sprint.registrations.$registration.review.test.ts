import { beforeEach, describe, expect, it } from "vitest";
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
let sprint: { id: number; slug: string };
let page: string;
let mireia: Browser;

/** A sprint whose organizers read each registration first, with room for so many. */
async function readFirst(capacity: number) {
  sprint = await makeSprint(db, cast.django.id, { name: "Read first", reviews: true, capacity, mentorDuties });
  page = `/django/sprints/${sprint.slug}`;
}
const mentorDuties = "Answer within a day.";
const found = (person: { id: number }) => findRegistration(db, cast.django.id, sprint.id, person.id);
const comes = async (person: { id: number }, more: Record<string, string> = {}) =>
  (await app.signedIn(person)).post(`${page}/registration`, registrationFields(more));
const reviewOf = async (person: { id: number }) => `${page}/registrations/${(await found(person))?.id}/review`;
const mailTo = (person: { id: number }) =>
  app.mails.filter(({ to }) => to === mailOf.get(person.id)).map(({ text }) => text);
const mailOf = new Map<number, string>();

stageOnce(async () => {
  cast = await makeCast(db);
  for (const { id, email } of await sql<{ id: number; email: string }>`select id::int, email from people`) {
    mailOf.set(id, email);
  }
  mireia = await app.signedIn(cast.mireia);
  await readFirst(1);
});
beforeEach(() => {
  app.mails.length = 0;
});

describe("an organizer who reads registrations first", () => {
  it("finds whoever waits to be read, says yes in their own words, and they come", async () => {
    expect(wordsOf(await app.visitor().get(page))).toContain("The organizers read each registration first");
    expect(saidBy(await comes(cast.kofi))).toBe("Thank you. The organizers read your registration, and write to you.");
    expect(wordsOf(await mireia.get(`${page}/registrations?part=review`))).toContain("Kofi Abara");
    const theirs = await mireia.get((await reviewOf(cast.kofi)).replace("review", "edit"));
    expect(wordsOf(theirs)).toContain("Does Kofi Abara come?");
    expect(wordsOf(await mireia.get(`${page}/registrations`))).toMatch(/0 in line 1 to be read/);
    const answer = await mireia.post(await reviewOf(cast.kofi), { decision: "accepted", words: "Bring a jumper." });
    expect(saidBy(answer)).toBe("Kofi Abara has a place, and has been told.");
    expect(await found(cast.kofi)).toMatchObject({ waitingFor: null });
    expect(mailTo(cast.kofi)).toEqual([
      expect.stringMatching(/you have a place\.[\s\S]*Mireia Puig writes:\n\nBring a jumper\./),
    ]);
  });

  it("says yes while no place is free: they are in the line, and hear so", async () => {
    await comes(cast.kofi);
    await comes(cast.zoe);
    await mireia.post(await reviewOf(cast.kofi), { decision: "accepted", words: "" });
    expect(saidBy(await mireia.post(await reviewOf(cast.zoe), { decision: "accepted", words: "" }))).toBe(
      "Zoë Lindqvist is on the waiting list, and has been told.",
    );
    expect(await found(cast.zoe)).toMatchObject({ waitingFor: "place", waitingPlace: 1 });
    expect(mailTo(cast.zoe)).toEqual([expect.stringContaining("you are on the waiting list")]);
  });

  it("says not this time: they are withdrawn, keep what they said, and can ask again", async () => {
    await comes(cast.kofi, { skills: "weaving" });
    const review = await reviewOf(cast.kofi);
    await mireia.post(review, { decision: "declined", words: "We are full of beginners." });
    expect(await found(cast.kofi)).toBeNull();
    expect(mailTo(cast.kofi)).toEqual([expect.stringContaining("cannot offer you a place this time")]);
    const again = formTo(await (await app.signedIn(cast.kofi)).get(`${page}/registration`), `${page}/registration`);
    expect(again.skills).toBe("weaving");
    await comes(cast.kofi);
    expect(await found(cast.kofi)).toMatchObject({ waitingFor: "review" });
    expect(await sql`select decision, words from registration_reviews`).toEqual([
      { decision: "declined", words: "We are full of beginners." },
    ]);
  });

  it("is told when somebody else has answered already, and nobody is written to twice", async () => {
    await comes(cast.kofi);
    const review = await reviewOf(cast.kofi);
    const answers = await Promise.all(
      ["accepted", "accepted"].map((decision) => mireia.post(review, { decision, words: "" })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(answers.map(wordsOf).join()).toContain("Kofi Abara has been answered already.");
    expect(mailTo(cast.kofi)).toHaveLength(1);
  });

  it("has to say something, and what they wrote is kept", async () => {
    await comes(cast.kofi);
    const answer = await mireia.post(await reviewOf(cast.kofi), { words: "Welcome" });
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual(["Choose what you say to them."]);
    expect(fieldValue(answer, "words")).toBe("Welcome");
    expect(wordsOf(answer)).toContain("Comes as Newcomer, on site");
  });
});

describe("somebody who registers", () => {
  it("as a mentor says yes to what is asked of mentors, or hears that it is needed", async () => {
    const refused = await comes(cast.priya, { part: "mentor" });
    expect(refused.status).toBe(422);
    expect(problemsOn(refused)).toEqual(["Say yes to what is asked of mentors here, or come as a newcomer this time."]);
    expect((await comes(cast.priya, { part: "mentor", duties: "yes" })).status).toBe(303);
    const accepted = (await found(cast.priya))?.dutiesAcceptedAt;
    expect(accepted).not.toBeNull();
    // What an organizer corrects is not said yes to anew, nor taken back.
    const edit = `${page}/registrations/${(await found(cast.priya))?.id}/edit`;
    const form = formTo(await mireia.get(edit), edit);
    expect((await mireia.post(edit, { ...form, skills: "sql" })).status).toBe(303);
    expect(await found(cast.priya)).toMatchObject({ skills: ["sql"], dutiesAcceptedAt: accepted });
    await comes(cast.priya);
    expect(await found(cast.priya)).toMatchObject({ role: "newcomer", dutiesAcceptedAt: null });
  });

  it("wishes for people and against others, which only they and the organizers' engine know", async () => {
    await comes(cast.priya, { part: "mentor", duties: "yes" });
    await comes(cast.zoe);
    const [priya, zoe] = [await found(cast.priya), await found(cast.zoe)];
    const both = { with1: String(priya?.id), apart1: String(priya?.id) };
    const kofi = await app.signedIn(cast.kofi);
    await kofi.post("/django/membership", {});
    const refused = await comes(cast.kofi, both);
    expect(problemsOn(refused)).toEqual(["You wish to work with the same person. Choose one of the two."]);
    await comes(cast.kofi, { with1: String(priya?.id), apart1: String(zoe?.id), wish: "A quiet corner." });
    expect(await found(cast.kofi)).toMatchObject({ wishes: [priya?.id], notWith: [zoe?.id], wish: "A quiet corner." });
    const edit = `${page}/registrations/${(await found(cast.kofi))?.id}/edit`;
    const shown = await mireia.get(edit);
    expect(fieldValue(shown, "wish")).toBe("A quiet corner.");
    expect(wordsOf(shown)).not.toContain("Not with");
    expect((await mireia.post(edit, { ...formTo(shown, edit), skills: "sql" })).status).toBe(303);
    expect(await found(cast.kofi)).toMatchObject({ skills: ["sql"], wishes: [priya?.id], notWith: [zoe?.id] });
  });

  it("says which languages they only get by in, and finds it again as they wrote it", async () => {
    await comes(cast.kofi, { languages: "English, Igbo, Catalan (a little)" });
    expect(await found(cast.kofi)).toMatchObject({ languages: ["en", "ig", "ca"], getsByIn: ["ca"] });
    const again = await (await app.signedIn(cast.kofi)).get(`${page}/registration`);
    expect(fieldValue(again, "languages")).toBe("English, Igbo, Catalan (a little)");
    const audited = await sql<{ after: string }>`select after::text from audit_rows where object = 'registrations'`;
    expect(audited.map(({ after }) => after).join()).not.toContain("gets_by_in");
  });
});
