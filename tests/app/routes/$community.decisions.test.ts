import { describe, expect, it } from "vitest";
import { limits } from "../../../app/domain/limits";
import { change } from "../../../db/queries/change.server";
import { addDecision } from "../../../db/queries/decisions.server";
import { addQuestions } from "../../../db/queries/questions.server";
import { addThemes } from "../../../db/queries/theme-writing.server";
import { openApp } from "../../support/app";
import { makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeOrganizer } from "../../support/organizers";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, priya, zoe, omar, django, wagtail } = await makeCast(db);
await makeOrganizer(db, django, omar);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const other = await app.signedIn(omar);
const passer = app.visitor();
const log = (query: Record<string, string> = {}) => passer.get(`/django/decisions?${new URLSearchParams(query)}`);

const decide = (title: string, answer: string, more: { ownerId?: number; reason?: string } = {}) =>
  change(db, stage, "decide question", async (tx) => {
    const asked = { title, notes: "", ownerId: more.ownerId ?? null };
    const [question] = await addQuestions(tx, django.id, django.themeId, [asked]);
    const text = { answer, reason: more.reason ?? "", rejected: "" };
    return (await addDecision(tx, django.id, question?.id ?? 0, mireia.id, text)) ?? 0;
  });

describe("the decision log", () => {
  it("shows anybody what was decided, the newest first, each at an address of its own, without a script", async () => {
    const number = await decide("Do we keep SHA-1?", "Only to read old passwords.");
    const page = await log();
    expect(page.text).not.toContain("<script");
    expect(wordsOf(page)).toMatch(/Do we keep SHA-1\?.*Decision 2.*Do we keep MD5\?.*Decision 1/);
    expect(page.text).toContain(`href="/django/decisions/${number}"`);
    const one = wordsOf(await passer.get(`/django/decisions/${number}`));
    for (const said of ["Decision 2", "Do we keep SHA-1?", "It stands", "Only to read old passwords.", "Mireia Puig"]) {
      expect(one).toContain(said);
    }
    expect((await passer.get("/django")).text).toContain('href="/django/decisions"');
    expect((await passer.get("/django/roadmap")).text).toContain('href="/django/decisions"');
  });

  it("offers the themes it has decisions of, and no others", async () => {
    await change(db, stage, "add theme", (tx) =>
      addThemes(tx, django.id, [{ title: "Nothing decided yet", why: "", state: "idea" }]),
    );
    const offered = (await log()).text.match(/<option value="[^"]+"/g);
    expect(offered).toEqual([`<option value="${django.themeSlug}"`]);
  });

  it("is searched by words anywhere in it, in any case, and by theme; wildcards stand for themselves", async () => {
    await decide("How many rounds?", "100% of what a login can bear_", { reason: "Zoë measured Überlast." });
    const found = async (query: Record<string, string>) =>
      [...(await log(query)).text.matchAll(/id="decision-(\d+)"/g)].map(([, number]) => Number(number));
    expect(await found({ words: "LOGIN überlast" })).toEqual([3]);
    expect(await found({ words: "rounds MD5" })).toEqual([]);
    expect(await found({ words: "100%" })).toEqual([3]);
    expect(await found({ words: "%" })).toEqual([3]);
    expect(await found({ words: "_" })).toEqual([3]);
    expect(await found({ words: "\\" })).toEqual([]);
    expect(await found({ words: "U\u0308berlast" })).toEqual([3]);
    expect(await found({ theme: django.themeSlug })).toEqual([3, 2, 1]);
    expect(await found({ theme: "nobody-here", words: "\u0000" })).toEqual([3, 2, 1]);
    expect(await found({ words: "nothing-has-this" })).toEqual([]);
    expect(wordsOf(await log({ words: "nothing-has-this" }))).toContain("Try fewer words, or another theme.");
  });

  it("takes a search of 200 characters, and says so of 201, with what was typed kept", async () => {
    expect((await log({ words: "é".repeat(limits.searchCharacters) })).status).toBe(200);
    const long = await log({ words: "é".repeat(limits.searchCharacters + 1) });
    expect(long.status).toBe(422);
    expect(problemsOn(long)).toEqual(["Look for 200 characters or fewer (you have 201). A few words find more."]);
    expect(fieldValue(long, "words")).toBe("é".repeat(limits.searchCharacters + 1));
  });

  it("has 50 on a page, and any page that is asked for is one there is", async () => {
    for (let left = 50 - 3; left >= 0; left -= 1) await decide(`Question ${left}?`, "Yes.");
    const count = async (page: string) => (await log({ page })).text.match(/id="decision-\d+"/g)?.length;
    expect(await count("1")).toBe(50);
    expect(await count("2")).toBe(1);
    for (const page of ["0", "-1", "abc", "1e9"]) expect([page, await count(page)]).toEqual([page, 50]);
    expect(await count("9999")).toBe(1);
  });

  it("has nothing of another community, and nothing of a theme that was deleted", async () => {
    expect(wordsOf(await passer.get("/wagtail/decisions"))).toContain("One decision.");
    expect((await passer.get(`/django/decisions/${wagtail.decision}`)).status).toBe(404);
    await (await app.signedIn(omar)).post(`/wagtail/themes/${wagtail.themeSlug}/deletion`);
    expect(wordsOf(await passer.get("/wagtail/decisions"))).toContain("Nothing has been decided yet.");
    expect((await passer.get(`/wagtail/decisions/${wagtail.decision}`)).status).toBe(410);
  });
});

describe("revising a decision", () => {
  it("puts another answer on record; the earlier one stays, and each leads to the other", async () => {
    const number = await decide("Which default?", "PBKDF2.");
    const path = `/django/decisions/${number}/revision`;
    const filled = formTo(await organizer.get(path), path);
    expect(filled.answer).toBe("PBKDF2.");
    const answer = await organizer.post(path, { ...filled, answer: "Argon2id.", reason: "The guidance changed." });
    expect(answer).toMatchObject({ status: 303, headers: { location: `/django/decisions/${number + 1}` } });
    const [then, now] = [
      wordsOf(await passer.get(`/django/decisions/${number}`)),
      wordsOf(await passer.get(`/django/decisions/${number + 1}`)),
    ];
    expect(then).toContain("Revised");
    expect(then).toContain("PBKDF2.");
    expect(then).toContain("Mireia Puig put another answer on record");
    expect(then).toContain(`Read decision ${number + 1}, which stands`);
    expect(now).toContain("Argon2id.");
    expect(now).toContain(`It took the place of decision ${number}, which stays on record.`);
    const [question] = await sql`select number from questions where title = 'Which default?'`;
    const page = wordsOf(await passer.get(`/django/questions/${question?.number}`));
    expect(page).toMatch(/The decision.*Argon2id\..*What was decided before.*PBKDF2\./);
    expect(wordsOf(await log({ words: "Which default" }))).toContain(`by decision ${number + 1}`);
    expect((await passer.get(`/django/themes/${django.themeSlug}`)).text.match(/Which default\?/g)?.length).toBe(1);
    expect((await organizer.get(path)).status).toBe(409);
  });

  it("of two at once one is on record; the other is told who, and keeps their words", async () => {
    const number = await decide("Which fallback?", "None.");
    const path = `/django/decisions/${number}/revision`;
    const send = (answer: string) => ({ answer, reason: "", rejected: "" });
    const answers = await Promise.all([
      organizer.post(path, send("Mireia's answer.")),
      other.post(path, send("Omar's answer.")),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const [stands] = await sql`select d.answer from decisions d join questions q on q.id = d.question_id
      where q.title = 'Which fallback?' and d.revised_at is null`;
    const loser = wordsOf(answers.find(({ status }) => status === 409) ?? { text: "" });
    expect(loser).toContain(stands?.answer === "Mireia's answer." ? "Omar's answer." : "Mireia's answer.");
    expect(loser).toContain(`decision ${number + 1} stands now`);
    const [kept] = await sql`select count(*)::int from decisions d join questions q on q.id = d.question_id
      where q.title = 'Which fallback?'`;
    expect(kept?.count).toBe(2);
  });

  it("is for organizers", async () => {
    const number = await decide("Who may?", "Organizers.");
    const refused = await (await app.signedIn(zoe)).post(`/django/decisions/${number}/revision`, { answer: "Me." });
    expect([refused.status, wordsOf(refused).includes("Me.")]).toEqual([403, true]);
  });
});

describe("whom an answer concerns", () => {
  it("the owner, the champion and the mentors of the tasks that waited are written to, and not who decided", async () => {
    const [question] = await change(db, stage, "add question", (tx) =>
      addQuestions(tx, django.id, django.themeId, [{ title: "Which docs?", notes: "", ownerId: zoe.id }]),
    );
    const [task = 0] = django.ready;
    const edit = `/django/tasks/${task}/edit`;
    const fields = { ...formTo(await organizer.get(edit), edit), mentor: String(priya.id) };
    await organizer.post(edit, { ...fields, [`question-${question?.number}`]: "1" });
    app.mails.length = 0;
    const decided = await other.post(`/django/questions/${question?.number}/decision`, { answer: "The how-tos." });
    expect(saidBy(decided)).toBe("The answer is on record. A task that waited for it is ready now.");
    expect(app.mails.map(({ to }) => to).sort()).toEqual([mireia.email, priya.email, zoe.email].sort());
    const toPriya = app.mails.find(({ to }) => to === priya.email)?.text ?? "";
    for (const said of [
      "Omar Haddad has answered “Which docs?”",
      "The how-tos.",
      "with you as the one to ask",
      `/tasks/${task}`,
    ]) {
      expect(toPriya).toContain(said);
    }
  });
});
