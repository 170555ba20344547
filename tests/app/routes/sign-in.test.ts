import { describe, expect, it } from "vitest";
import { openMailer } from "../../../app/bridges/mail.server";
import { action, loader } from "../../../app/routes/sign-in";
import { change } from "../../../db/queries/change.server";
import { findOrAddPerson } from "../../../db/queries/people.server";
import { testDatabase } from "../../support/database";
import { askedFor, mails, press } from "../../support/sign-in";
import { TEST_NOW } from "../../support/test-clock";
import { Visitor } from "../../support/visitor";

const { db, sql, setClock, stageOnce } = await testDatabase();
await change(db, { personId: null, requestId: null }, "sign in", (tx) =>
  findOrAddPerson(tx, { name: "Mireia Puig", email: "mireia@example.org" }),
);

const later = (minutes: number, seconds = 0) =>
  new Date(Date.parse(TEST_NOW) + (minutes * 60 + seconds) * 1000).toISOString();

stageOnce(async () => {});

describe("asking for a link", () => {
  it("sends one to the address that was typed, and says where to look", async () => {
    const kofi = new Visitor({ db });
    const answer = await kofi.send(action, "/sign-in?next=%2Fdjango%2Ftasks%2F42", { email: "kofi@example.org" });
    expect(answer).toMatchObject({ status: 303, location: "/sign-in?next=%2Fdjango%2Ftasks%2F42&sent=1" });
    const sent = await mails({ sql });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.recipient).toBe("kofi@example.org");
    expect(sent[0]?.body).toMatch(/http:\/\/localhost:3000\/sign-in\/[\w-]{43}\n/);
  });

  it("answers the same for somebody known and somebody unknown", async () => {
    const visitor = new Visitor({ db });
    const known = await visitor.send(action, "/sign-in", { email: "mireia@example.org" });
    const unknown = await visitor.send(action, "/sign-in", { email: "nobody@example.org" });
    expect({ ...known, headers: [...known.headers] }).toEqual({ ...unknown, headers: [...unknown.headers] });
    const [second, first] = await mails({ sql });
    const plain = (body = "") => body.replace(/[\w-]{43}/, "TOKEN");
    expect(plain(second?.body)).toBe(plain(first?.body));
  });

  it("stores neither the link's token nor the asker's address, but their hashes", async () => {
    const token = await askedFor({ db, sql }, "kofi@example.org");
    const [stored] = await sql<{ row: string }>`select to_jsonb(sign_in_links)::text as row from sign_in_links`;
    expect(stored?.row).not.toContain(token);
    expect(stored?.row).not.toContain("203.0.113.7");
  });

  it.each([
    ["", "Write your e-mail address: it is what you sign in with."],
    ["kofi", "That does not look like an e-mail address. It should look like name@example.org."],
    [
      "kofi@example.org\r\nBcc: everybody@example.org",
      "That does not look like an e-mail address. It should look like name@example.org.",
    ],
    [
      "kofi@example.org,mireia@example.org",
      "That does not look like an e-mail address. It should look like name@example.org.",
    ],
    ['"<x>"@example.org', "That does not look like an e-mail address. It should look like name@example.org."],
    [
      `${"k".repeat(250)}@example.org`,
      "That does not look like an e-mail address. It should look like name@example.org.",
    ],
  ])("is refused for %j, with what was typed kept and nothing sent", async (email, message) => {
    const answer = await new Visitor({ db }).send(action, "/sign-in", { email });
    expect(answer.status).toBe(422);
    expect(answer.data).toMatchObject({ errors: [{ field: "email", message }], typed: { email } });
    expect(await mails({ sql })).toEqual([]);
  });

  it("is refused the sixth time in fifteen minutes for one e-mail, whatever its case, and says when there is room", async () => {
    const spellings = [
      "kofi@example.org",
      "Kofi@Example.org",
      "KOFI@EXAMPLE.ORG",
      "kofi@example.org",
      "kOfi@example.org",
    ];
    for (const [index, email] of spellings.entries()) {
      await setClock(later(index));
      await askedFor({ db, sql }, email, new Visitor({ db }, `203.0.113.${index}`));
    }
    await setClock(later(14, 59));
    const refused = await new Visitor({ db }, "198.51.100.1").send(action, "/sign-in", { email: "kofi@example.org" });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("Retry-After")).toBe("1");
    expect(refused.data).toMatchObject({ typed: { email: "kofi@example.org" } });
    expect(await mails({ sql })).toHaveLength(5);

    await setClock(later(15));
    await askedFor({ db, sql }, "kofi@example.org", new Visitor({ db }, "198.51.100.1"));
    expect(await mails({ sql })).toHaveLength(6);
  });

  it("is refused the twenty-first time in fifteen minutes from one address", async () => {
    const script = new Visitor({ db });
    for (let n = 0; n < 20; n += 1) await askedFor({ db, sql }, `person${n}@example.org`, script);
    const refused = await script.send(action, "/sign-in", { email: "person20@example.org" });
    expect(refused.status).toBe(429);
    expect(refused.headers.get("Retry-After")).toBe("900");
    await askedFor({ db, sql }, "person20@example.org", new Visitor({ db }, "198.51.100.1"));
  });

  it("counts askers who come at once one after the other", async () => {
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, n) =>
        new Visitor({ db }, `203.0.113.${n}`).send(action, "/sign-in", { email: "kofi@example.org" }),
      ),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  it("is refused plainly where no mail can be sent, and says what to do", async () => {
    const mailer = openMailer({ smtpUrl: null, from: null, example: false, db });
    const answer = await new Visitor({ db, mailer }).send(action, "/sign-in", { email: "kofi@example.org" });
    expect(answer.status).toBe(503);
    expect(answer.data).toMatchObject({
      errors: [{ field: "form", message: expect.stringContaining("Ask whoever runs it") }],
      typed: { email: "kofi@example.org" },
    });
  });

  it("is refused, to be tried again, when the mail server is away", async () => {
    const mailer = openMailer({ smtpUrl: "smtp://127.0.0.1:1", from: "portolan@example.org", example: false, db });
    const answer = await new Visitor({ db, mailer }).send(action, "/sign-in", { email: "kofi@example.org" });
    expect(answer.status).toBe(503);
    expect(answer.data).toMatchObject({ errors: [{ field: "form", message: expect.stringContaining("try again") }] });
  });

  it("leads on at once for somebody who is signed in", async () => {
    const mireia = new Visitor({ db });
    await press(mireia, await askedFor({ db, sql }, "mireia@example.org"));
    expect(await mireia.read(loader, "/sign-in?next=%2Fme")).toMatchObject({ status: 303, location: "/me" });
    expect(await mireia.read(loader, "/sign-in?next=%2F%2Fevil")).toMatchObject({ status: 303, location: "/" });
  });
});
