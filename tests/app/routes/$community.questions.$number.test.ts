import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { makeOrganizer } from "../../support/organizers";
import { formTo, problemsOn, saidBy, wordsOf } from "../../support/page";

const { db, sql, address } = await testDatabase();
const { mireia, priya, zoe, kofi, omar, django, wagtail } = await makeCast(db);
await makeOrganizer(db, django, omar);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const other = await app.signedIn(omar);
const mentor = await app.signedIn(priya);
const member = await app.signedIn(zoe);
const theme = `/django/themes/${django.themeSlug}`;
const at = (number: number, what = "") => `/django/questions/${number}${what}`;

const ask = async (title: string, owner = "") => {
  const answer = await organizer.post(`${theme}/questions`, { title, notes: "", owner });
  return Number(/#question-(\d+)$/.exec(answer.headers.location ?? "")?.[1]);
};
const order = async () => {
  const rows = await sql`select q.title from questions q join themes t on t.id = q.theme_id
    where t.slug = ${django.themeSlug} and t.community_id = ${django.id} and q.deleted_at is null order by q.position`;
  return rows.map(({ title }) => title);
};
const denied = async (action: string) =>
  (await sql`select count(*)::int as count from audit_rows where action = ${action} and outcome = 'denied'`)[0]?.count;

describe("finding out", () => {
  it("a member says “I'll find out”, the question is being looked into, and it can be handed back", async () => {
    const question = await ask("Who maintains the hashers?");
    expect(wordsOf(await app.visitor().get(at(question)))).toContain("Open Nobody is finding out yet.");
    const taken = await mentor.post(at(question, "/owner"));
    expect(taken).toMatchObject({ status: 303, headers: { location: at(question) } });
    expect(wordsOf(await app.visitor().get(at(question)))).toContain("Being looked into Priya Sharma finds out.");
    expect(wordsOf(await member.get(at(question)))).not.toContain("Leave it to somebody else");
    expect(saidBy(await mentor.post(at(question, "/owner/ending")))).toBe("The question is free for somebody else.");
    expect(wordsOf(await app.visitor().get(theme))).toContain("Who maintains the hashers? Open Nobody is finding out");
  });

  it("of two members at once one finds out, and the other is told who", async () => {
    const question = await ask("Which hash is slow enough?");
    const answers = await Promise.all([mentor.post(at(question, "/owner")), member.post(at(question, "/owner"))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const [row] =
      await sql`select p.name from questions q join people p on p.id = q.owner_id where q.number = ${question}`;
    const loser = answers.find(({ status }) => status === 409);
    expect(wordsOf(loser ?? { text: "" })).toContain(`${row?.name} is finding out.`);
    expect(await denied("take question")).toBe(1);
  });

  it("somebody who is no member is told how to become one; nobody hands back what is somebody else's", async () => {
    const question = await ask("Is SHA-1 left anywhere?", String(priya.id));
    const refused = await (await app.signedIn(kofi)).post(at(question, "/owner"));
    expect([refused.status, wordsOf(refused).includes("Join on the community's page")]).toEqual([403, true]);
    expect((await member.post(at(question, "/owner/ending"))).status).toBe(403);
    expect((await organizer.post(at(question, "/owner/ending"))).status).toBe(303);
    expect((await organizer.post(at(question, "/owner/ending"))).status).toBe(409);
  });

  it("an answered question has nobody to find out any more", async () => {
    const refused = await member.post(at(django.decided, "/owner"));
    expect([refused.status, wordsOf(refused).includes("This question has been answered.")]).toEqual([409, true]);
  });
});

describe("editing a question", () => {
  it("rewrites it, says who finds out, and takes it to another theme", async () => {
    await organizer.post("/django/themes", { title: "Passkeys", why: "", state: "idea", champion: "" });
    const [passkeys] = await sql`select id::int from themes where slug = 'passkeys'`;
    const question = await ask("Do we need a second factor?");
    const path = at(question, "/edit");
    const filled = formTo(await organizer.get(path), path);
    const fields = { ...filled, title: "Which second factor?", owner: String(zoe.id), theme: String(passkeys?.id) };
    const saved = await organizer.post(path, fields);
    expect(saved.headers.location).toBe(`/django/themes/passkeys#question-${question}`);
    expect(wordsOf(await app.visitor().get("/django/themes/passkeys"))).toContain(
      "Which second factor? Being looked into Zoë Lindqvist finds out.",
    );
    expect(await order()).not.toContain("Which second factor?");
  });

  it("whoever saves second sees what the first one wrote, beside their own", async () => {
    const question = await ask("What about salts?");
    const path = at(question, "/edit");
    const [mine, theirs] = [formTo(await organizer.get(path), path), formTo(await other.get(path), path)];
    expect((await other.post(path, { ...theirs, notes: "Omar asked." })).status).toBe(303);
    const clash = await organizer.post(path, { ...mine, notes: "Mireia asked." });
    expect(clash.status).toBe(409);
    for (const said of ["Omar Haddad saved this while you were writing", "Omar asked.", "Mireia asked."]) {
      expect(wordsOf(clash)).toContain(said);
    }
    const again = formTo(clash, path);
    expect((await organizer.post(path, again)).status).toBe(303);
  });

  it("a theme and an owner of another community are refused, and nothing is lost", async () => {
    const question = await ask("Pepper too?");
    const path = at(question, "/edit");
    const filled = formTo(await organizer.get(path), path);
    const answer = await organizer.post(path, {
      ...filled,
      notes: "Kept.",
      owner: "99999",
      theme: String(wagtail.themeId),
    });
    expect(answer.status).toBe(422);
    expect(problemsOn(answer)).toEqual([
      "Choose somebody from the list, or nobody. They may have left meanwhile.",
      "Choose a theme from the list.",
    ]);
    expect(formTo(answer, path).notes).toBe("Kept.");
  });
});

describe("the order of questions", () => {
  it("changes one place at a time, and the last stays last", async () => {
    await ask("Next to last?");
    const last = await ask("Last?");
    await organizer.post(at(last, "/position"), { direction: "up" });
    expect((await order()).slice(-2)).toEqual(["Last?", "Next to last?"]);
    await organizer.post(at(last, "/position"), { direction: "down" });
    expect(saidBy(await organizer.post(at(last, "/position"), { direction: "down" }))).toBe(
      "The question is last already.",
    );
    expect((await order()).slice(-2)).toEqual(["Next to last?", "Last?"]);
  });
});

describe("deleting a question", () => {
  it("says who waits for it first, then who deleted it; its task waits no longer", async () => {
    const question = await ask("Is this needed?");
    const [task = 0] = django.ready;
    const edit = `/django/tasks/${task}/edit`;
    await organizer.post(edit, { ...formTo(await organizer.get(edit), edit), [`question-${question}`]: `${question}` });
    expect(wordsOf(await app.visitor().get(`/django/tasks/${task}`))).toContain("Waits for: Is this needed?");
    expect(wordsOf(await organizer.get(at(question, "/deletion")))).toContain("Name hasher one");

    const answer = await organizer.post(at(question, "/deletion"));
    expect(answer).toMatchObject({ status: 303, headers: { location: theme } });
    const gone = await app.visitor().get(at(question));
    expect(gone.status).toBe(410);
    expect(wordsOf(gone)).toContain("Mireia Puig took the question “Is this needed?” off the roadmap.");
    expect(wordsOf(await app.visitor().get(`/django/tasks/${task}`))).toContain("It is free");
    expect(await order()).not.toContain("Is this needed?");
  });

  it("an answered question stays, and so does its decision", async () => {
    const refused = await organizer.post(at(django.decided, "/deletion"));
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain(`decision ${django.decision} stays on record with it`);
    expect((await app.visitor().get(at(django.decided))).status).toBe(200);
  });
});
