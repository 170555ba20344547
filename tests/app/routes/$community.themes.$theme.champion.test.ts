import { expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, zoe, priya, omar, django } = await makeCast(db);
const app = await openApp(address);
const [organizer, member, other] = [await app.signedIn(mireia), await app.signedIn(zoe), await app.signedIn(priya)];
const theme = `/django/themes/${django.themeSlug}`;
const page = `${theme}/champion`;
const openOffer = async () => {
  const [row] = await sql<{ id: number }>`select id::int from champion_offers where answered_at is null`;
  return row?.id ?? 0;
};

it("the champion steps back, asks somebody else by mail, and that person accepts in their work", async () => {
  const ending = await organizer.post(`${page}/ending`, { note: "The hashers are agreed." });
  expect(saidBy(ending)).toMatch(/^You have stepped back/);
  expect(wordsOf(await organizer.get(page))).toContain("Nobody carries this theme yet");
  expect(wordsOf(await organizer.get(page))).toContain("The hashers are agreed.");

  const form = formTo(await organizer.get(page), `${page}/offers`);
  const asked = await organizer.post(`${page}/offers`, { ...form, person: String(zoe.id), note: "You know it best." });
  expect(saidBy(asked)).toBe("Zoë Lindqvist has been asked. The answer is theirs.");
  expect(app.mails.at(-1)).toMatchObject({ to: zoe.email, subject: "Would you carry “Modernise Django auth”?" });
  expect(app.mails.at(-1)?.text).toContain("You know it best.");
  expect(app.mails.at(-1)?.text).toContain(page);

  const work = await member.get("/my-work");
  expect(wordsOf(work)).toMatch(/Mireia Puig asks: would you carry Modernise Django auth ?\?/);
  const answer = await member.post(`${page}/offers/${await openOffer()}/answer`, { answer: "accepted" });
  expect(saidBy(answer)).toBe("You carry this theme now. Thank you.");
  expect(wordsOf(await app.visitor().get(theme))).toContain("Zoë Lindqvist is its champion");
});

it("a member cannot ask anybody but themselves, and the refusal is on the audit trail", async () => {
  await member.post(`${page}/ending`, { note: "" });
  const answer = await other.post(`${page}/offers`, { person: String(zoe.id), note: "Please." });
  expect(answer.status).toBe(403);
  expect(wordsOf(answer)).toContain("You can offer yourself.");
  expect(wordsOf(answer)).toContain("Please.");
  const [denied] = await sql`select actor_id::int from audit_rows where action = 'offer theme' and outcome = 'denied'`;
  expect(denied).toEqual({ actor_id: priya.id });
});

it("a member offers to carry it; others do not see that, and an organizer's answer reaches them by mail", async () => {
  expect(saidBy(await other.post(`${page}/offers`, { note: "I have time in June." }))).toMatch(/^Your offer is with/);
  const id = await openOffer();
  expect(wordsOf(await member.get(page))).not.toContain("Priya");
  expect((await member.post(`${page}/offers/${id}/answer`, { answer: "accepted" })).status).toBe(404);
  expect((await other.post(`${page}/offers/${id}/answer`, { answer: "accepted" })).status).toBe(403);
  expect(wordsOf(await organizer.get("/my-work"))).toContain("Priya Sharma offers to carry Modernise Django auth.");
  await organizer.post(`${page}/offers/${id}/answer`, { answer: "accepted" });
  expect(app.mails.at(-1)).toMatchObject({ to: priya.email, subject: "You carry “Modernise Django auth” now" });
  const late = await organizer.post(`${page}/offers/${id}/answer`, { answer: "declined" });
  expect(late.status).toBe(409);
});

it("an organizer who chooses nobody, or somebody from elsewhere, is asked again and keeps the note", async () => {
  await organizer.post(`${page}/ending`, { note: "" });
  for (const [person, problem] of [
    ["", "Choose whom to ask."],
    [String(omar.id), "Choose somebody from the list, or nobody. They may have left meanwhile."],
  ] as const) {
    const answer = await organizer.post(`${page}/offers`, { person, note: "For months." });
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual([problem]);
    expect(answer.text).toContain("For months.");
  }
});
