import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeOrganizer } from "../../support/organizers";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, priya, zoe, omar, django, wagtail } = await makeCast(db);
await makeOrganizer(db, django, omar);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const other = await app.signedIn(omar);
const theme = `/django/themes/${django.themeSlug}`;
const decision = (number: number) => `/django/questions/${number}/decision`;

const ask = async (title: string) => {
  const answer = await organizer.post(`${theme}/questions`, { title, notes: "", owner: "" });
  return Number(/#question-(\d+)$/.exec(answer.headers.location ?? "")?.[1]);
};
const waitFor = async (task: number, question: number) => {
  const path = `/django/tasks/${task}/edit`;
  const form = formTo(await organizer.get(path), path);
  return organizer.post(path, { ...form, [`question-${question}`]: String(question) });
};

describe("asking a question", () => {
  it("puts it at the end of its theme's, with whoever finds out", async () => {
    const fields = { title: "Do we support LDAP?", notes: "Two people asked.", owner: String(priya.id) };
    const answer = await organizer.post(`${theme}/questions`, fields);
    const [made] =
      await sql`select number, title, notes, owner_id::int from questions order by created_at desc, id desc limit 1`;
    expect(answer).toMatchObject({ status: 303, headers: { location: `${theme}#question-${made?.number}` } });
    expect(made).toMatchObject({ title: fields.title, notes: fields.notes, owner_id: priya.id });
    expect(wordsOf(await organizer.get(theme))).toContain("Priya Sharma finds out");
  });

  it("an empty one, and one owned by somebody of another community, is asked for again with the rest kept", async () => {
    const strangers = String(wagtail.id + 1000);
    const answer = await organizer.post(`${theme}/questions`, { title: "\u200b", notes: "Kept.", owner: strangers });
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual([
      "Write the question.",
      "Choose somebody from the list, or nobody. They may have left meanwhile.",
    ]);
    expect(fieldValue(answer, "notes")).toBe("Kept.");
    expect(answer.text).toContain('href="#question-title"');
    expect(answer.text).toContain('id="question-title"');
  });
});

describe("answering a question", () => {
  it("puts who, what, why and what was turned down on record, and says which tasks became ready", async () => {
    const question = await ask("Which hash is the default?");
    const [one = 0, two = 0] = django.ready;
    for (const task of [one, two, django.unready]) expect((await waitFor(task, question)).status).toBe(303);
    expect((await (await app.signedIn(zoe)).post(`/django/tasks/${one}/claim`, { note: "" })).status).toBe(409);

    const fields = { answer: "Argon2id.", reason: "It is what the guidance says.", rejected: "bcrypt: too old." };
    const answer = await organizer.post(decision(question), fields);
    expect(answer).toMatchObject({ status: 303, headers: { location: `${theme}#question-${question}` } });
    expect(saidBy(answer)).toBe("The answer is on record. 2 tasks that waited for it are ready now.");
    const page = wordsOf(await app.visitor().get(`/django/questions/${question}`));
    for (const said of [...Object.values(fields), "Mireia Puig"]) expect(page).toContain(said);
    expect((await (await app.signedIn(zoe)).post(`/django/tasks/${one}/claim`, { note: "" })).status).toBe(303);
  });

  it("one answer stands: whoever is second is told who decided, and keeps their words", async () => {
    const question = await ask("Who maintains it?");
    const answers = await Promise.all([
      organizer.post(decision(question), { answer: "Mireia says so.", reason: "", rejected: "" }),
      other.post(decision(question), { answer: "Omar says so.", reason: "", rejected: "" }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const [stands] = await sql`select answer from decisions order by id desc limit 1`;
    const winner = stands?.answer === "Mireia says so." ? "Mireia Puig" : "Omar Haddad";
    const loser = answers.find(({ status }) => status === 409);
    expect(wordsOf(loser ?? { text: "" })).toContain(`${winner} has put an answer on record already, and it stands.`);
    expect(wordsOf(loser ?? { text: "" })).toContain(winner === "Mireia Puig" ? "Omar says so." : "Mireia says so.");
    const denied = await sql`select object_key from audit_rows where action = 'decide question' and outcome = 'denied'`;
    expect(denied).toEqual([{ object_key: String(question) }]);
    expect((await organizer.get(decision(question))).headers.location).toBe(`/django/questions/${question}`);
  });

  it("an empty answer is asked for again, with the reason kept", async () => {
    const question = await ask("Is it needed?");
    const answer = await organizer.post(decision(question), { answer: " ", reason: "Because.", rejected: "" });
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual(["Write the answer."]);
    expect(fieldValue(answer, "reason")).toBe("Because.");
    expect(wordsOf(answer)).toContain("Is it needed?");
  });

  it("a member is refused and keeps their words; a question that is not here is missing", async () => {
    const question = await ask("May members decide?");
    const refused = await (await app.signedIn(zoe)).post(decision(question), { answer: "Yes, we may." });
    expect(refused.status).toBe(403);
    expect(wordsOf(refused)).toContain("Yes, we may.");
    for (const number of [wagtail.question, 0, -1, "1.5", "1e3", "9223372036854775808"]) {
      const path = `/django/questions/${number}/decision`;
      expect([number, (await organizer.get(path)).status]).toEqual([number, 404]);
      expect([number, (await organizer.post(path, { answer: "Mine." })).status]).toEqual([number, 404]);
    }
  });
});

describe("a form sent after the session ran out", () => {
  it("stands on its page again, filled in, once its sender has signed in", async () => {
    const question = await ask("Is anything lost?");
    const forms: { page: string; action: string; fields: Record<string, string> }[] = [
      { page: theme, action: `${theme}/questions`, fields: { title: "What was I asking?", owner: String(priya.id) } },
      { page: theme, action: `${theme}/pillars`, fields: { title: "A pillar", intro: "What was I adding?" } },
      { page: `/django/questions/${question}`, action: decision(question), fields: { answer: "Nothing is." } },
    ];
    for (const { page, action, fields } of forms) {
      const expired = app.visitor();
      const answer = await expired.post(action, fields, {
        Referer: `${expired.origin}${page}`,
      });
      const way = new URL(answer.headers.location ?? "", expired.origin);
      expect([answer.status, way.pathname, way.searchParams.get("next")]).toEqual([303, "/sign-in", page]);
      const again = await organizer.get(`${page}?kept=${way.searchParams.get("kept")}`);
      expect(formTo(again, action)).toMatchObject(fields);
    }
  });
});
