import { describe, expect, it } from "vitest";
import { loader } from "../../../../app/routes/sign-in_.$token/route";
import { change } from "../../../../db/queries/change.server";
import { findOrAddPerson } from "../../../../db/queries/people.server";
import { testDatabase } from "../../../support/database";
import { askedFor, press } from "../../../support/sign-in";
import { TEST_NOW } from "../../../support/test-clock";
import { Visitor } from "../../../support/visitor";

const { db, sql, setClock, stageOnce } = await testDatabase();
await change(db, { personId: null, requestId: null }, "sign in", (tx) =>
  findOrAddPerson(tx, { name: "Mireia Puig", email: "mireia@example.org" }),
);

const later = (minutes: number, seconds = 0) =>
  new Date(Date.parse(TEST_NOW) + (minutes * 60 + seconds) * 1000).toISOString();
const people = async () => Number((await sql<{ count: string }>`select count(*) from people`)[0]?.count);

stageOnce(async () => {});

describe("the link", () => {
  it("signs in the person it was sent to, and leads where they were going", async () => {
    const mireia = new Visitor({ db });
    const token = await askedFor({ db, sql }, "Mireia@example.org", mireia, "/sign-in?next=%2Fdjango%3Fa%3D1");
    expect(await press(mireia, token)).toMatchObject({ status: 303, location: "/django?a=1" });
    expect(await mireia.who()).toMatchObject({ name: "Mireia Puig", email: "mireia@example.org" });
  });

  it("works in another browser than the one that asked", async () => {
    const token = await askedFor({ db, sql }, "mireia@example.org");
    const phone = new Visitor({ db }, "198.51.100.9");
    await press(phone, token);
    expect(await phone.who()).toMatchObject({ name: "Mireia Puig" });
  });

  it.each(["//evil.example", "/\\evil.example", "https://evil.example/", "/..//evil.example", "/\t/evil.example", ""])(
    "with next=%j stays on this site",
    async (next) => {
      const mireia = new Visitor({ db });
      const token = await askedFor(
        { db, sql },
        "mireia@example.org",
        mireia,
        `/sign-in?${new URLSearchParams({ next })}`,
      );
      const { location } = await press(mireia, token);
      expect(new URL(location ?? "", "http://localhost:3000").host).toBe("localhost:3000");
    },
  );

  it("is not used up by opening it, as mail scanners do", async () => {
    const token = await askedFor({ db, sql }, "mireia@example.org");
    const scanner = new Visitor({ db });
    for (let n = 0; n < 3; n += 1) {
      const opened = await scanner.read(loader, `/sign-in/${token}`, { token });
      expect(opened).toMatchObject({ status: 200, data: { works: true, email: "mireia@example.org" } });
    }
    expect(await scanner.who()).toBeNull();
    expect((await press(new Visitor({ db }), token)).status).toBe(303);
  });

  it("works once and not twice", async () => {
    const token = await askedFor({ db, sql }, "mireia@example.org");
    await press(new Visitor({ db }), token);
    const thief = new Visitor({ db });
    expect((await press(thief, token)).status).toBe(410);
    expect(await thief.who()).toBeNull();
    expect((await thief.read(loader, `/sign-in/${token}`, { token })).status).toBe(410);
  });

  it("signs in once when it is pressed twice at the same moment", async () => {
    for (let round = 1; round <= 5; round += 1) {
      const token = await askedFor({ db, sql }, `round${round}@example.org`);
      const browsers = Array.from({ length: 4 }, () => new Visitor({ db }));
      const answers = await Promise.all(browsers.map((browser) => press(browser, token, "Kofi Abara")));
      expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410, 410]);
      const [sessions] = await sql<{ count: number }>`select count(*)::int as count from sessions`;
      expect(sessions?.count).toBe(round);
    }
  });

  it("works until fifteen minutes have passed, and not after", async () => {
    const inTime = await askedFor({ db, sql }, "mireia@example.org");
    await setClock(later(14, 59));
    expect((await press(new Visitor({ db }), inTime)).status).toBe(303);

    await setClock(TEST_NOW);
    const tooLate = await askedFor({ db, sql }, "mireia@example.org");
    await setClock(later(15));
    expect((await press(new Visitor({ db }), tooLate)).status).toBe(410);
    const page = await new Visitor({ db }).read(loader, `/sign-in/${tooLate}`, { token: tooLate });
    expect(page).toMatchObject({ status: 410, data: { works: false, again: "/sign-in" } });
  });

  it.each(["", "x", "a".repeat(43), "../../me", "a".repeat(5000), "%00"])(
    "that nobody was sent (%j) is gone",
    async (token) => {
      const visitor = new Visitor({ db });
      expect((await visitor.read(loader, "/sign-in/x", { token })).status).toBe(410);
      expect((await press(visitor, token)).status).toBe(410);
    },
  );

  it("is forgotten a day after it was asked for", async () => {
    await askedFor({ db, sql }, "kofi@example.org");
    await setClock(later(24 * 60 + 1));
    await askedFor({ db, sql }, "mireia@example.org");
    expect(await sql`select email from sign_in_links`).toEqual([{ email: "mireia@example.org" }]);
  });
});

describe("signing up", () => {
  it("asks somebody new for their name, on the same page, and makes them", async () => {
    const token = await askedFor({ db, sql }, "priya@example.org");
    const priya = new Visitor({ db });
    expect((await priya.read(loader, `/sign-in/${token}`, { token })).data).toMatchObject({ name: null });
    expect((await press(priya, token, "  Priya   Sharma ")).status).toBe(303);
    expect(await priya.who()).toMatchObject({ name: "Priya Sharma", email: "priya@example.org", timeZone: "UTC" });
  });

  it.each([
    ["", "Write your name, so that people know who they are talking to."],
    ["\u200b\u2060", "Write your name, so that people know who they are talking to."],
    ["a".repeat(101), "Your name must be 100 characters or fewer (you have 101)."],
  ])("refuses the name %j, keeps the link, and what was typed", async (name, message) => {
    const before = await people();
    const token = await askedFor({ db, sql }, "zoe@example.org");
    const zoe = new Visitor({ db });
    const refused = await press(zoe, token, name);
    expect(refused).toMatchObject({ status: 422, data: { errors: [{ field: "name", message }], typed: { name } } });
    expect(await people()).toBe(before);
    expect((await zoe.read(loader, `/sign-in/${token}`, { token })).status).toBe(200);
  });

  it("takes a name of a hundred characters, each as a reader counts them", async () => {
    const name = "👩‍👩‍👧".repeat(100);
    const token = await askedFor({ db, sql }, "long@example.org");
    const visitor = new Visitor({ db });
    expect((await press(visitor, token, name)).status).toBe(303);
    expect(await visitor.who()).toMatchObject({ name });
  });

  it("twice at once makes one person, signed in at both", async () => {
    for (let round = 0; round < 5; round += 1) {
      const before = await people();
      const email = `twin${round}@example.org`;
      const tokens = [await askedFor({ db, sql }, email), await askedFor({ db, sql }, email.toUpperCase())];
      const browsers = [new Visitor({ db }), new Visitor({ db })] as const;
      await Promise.all([press(browsers[0], tokens[0] ?? "", "One"), press(browsers[1], tokens[1] ?? "", "Other")]);
      const [one, other] = [await browsers[0].who(), await browsers[1].who()];
      expect(one).not.toBeNull();
      expect(other).toEqual(one);
      expect(await people()).toBe(before + 1);
    }
  });

  it("is on the audit trail under the new person's number, without name or address", async () => {
    await press(new Visitor({ db }), await askedFor({ db, sql }, "audited@example.org"), "Audited Person");
    const rows = await sql<{ row: string; actor: string; person: string }>`
      select to_jsonb(audit_rows)::text as row, actor_id as actor, object_key as person
      from audit_rows where action = 'sign in' and object = 'sessions' order by id desc limit 1`;
    expect(rows[0]?.actor).toBe(rows[0]?.person);
    const [all] = await sql<{
      trail: string;
    }>`select string_agg(to_jsonb(audit_rows)::text, ' ') as trail from audit_rows`;
    expect(all?.trail).not.toContain("audited@example.org");
    expect(all?.trail).not.toContain("Audited Person");
  });
});
