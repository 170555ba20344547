import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { beforeEach, describe, expect, it } from "vitest";
import { openSession, startSession } from "../../../app/auth/session.server";
import { change } from "../../../db/queries/change.server";
import { addCommunity } from "../../../db/queries/communities.server";
import { findOrAddPerson } from "../../../db/queries/people.server";
import { testDatabase } from "../../support/database";
import { TEST_NOW } from "../../support/test-clock";

const { db, sql, setClock, address } = await testDatabase();
const nobody = { personId: null, requestId: null };
const kofi = await change(db, nobody, "sign in", (tx) =>
  findOrAddPerson(tx, { name: "Kofi Abara", email: "kofi@example.org", timeZone: "Africa/Accra" }),
);

const start = (secure = false) => change(db, nobody, "sign in", (tx) => startSession(tx, kofi.id, { secure }));
const pair = (setCookie: string) => setCookie.split(";")[0] ?? "";
const viewer = (cookie: string | null) => openSession(db, cookie, { secure: false }).viewer();
const daysLater = (days: number, seconds = 0) =>
  new Date(Date.parse(TEST_NOW) + days * 86_400_000 + seconds * 1000).toISOString();

beforeEach(() => setClock(TEST_NOW));

describe("the cookie", () => {
  it("is for this site's own requests, and for https alone where there is https", async () => {
    const plain = await start();
    expect(plain).toMatch(/^portolan=[a-z2-7]{40}; HttpOnly; Max-Age=864000; Path=\/; SameSite=Lax$/);
    const secure = await start(true);
    expect(secure).toMatch(/^__Host-portolan=[a-z2-7]{40}; HttpOnly; Max-Age=864000; Path=\/; SameSite=Lax; Secure$/);
  });

  it("is another one at every sign-in", async () => {
    expect(await start()).not.toBe(await start());
  });

  it("holds what the table does not: only its hash is stored", async () => {
    const token = pair(await start()).slice("portolan=".length);
    const rows = await sql<{ id: string }>`select id from sessions`;
    expect(rows.length).toBeGreaterThan(0);
    for (const { id } of rows) {
      expect(id).toMatch(/^[0-9a-f]{64}$/);
      expect(id).not.toContain(token);
    }
    expect(await viewer(`portolan=${rows[0]?.id}`)).toBeNull();
  });

  it("signs its person in, among other cookies", async () => {
    const cookie = pair(await start());
    expect(await viewer(`theme=dark; ${cookie}; portolan-said=hello`)).toEqual({
      id: kofi.id,
      name: "Kofi Abara",
      email: "kofi@example.org",
      timeZone: "Africa/Accra",
    });
  });

  it.each([
    ["is missing", () => null],
    ["is empty", () => "portolan="],
    ["has one letter changed", (good: string) => good.replace(/.$/, (last) => (last === "a" ? "b" : "a"))],
    ["is too long", (good: string) => `${good}${"a".repeat(5000)}`],
    ["comes twice", (good: string) => `${good}; ${good}`],
    ["comes twice, once broken", (good: string) => `portolan=x; ${good}`],
    ["cannot be decoded", () => "portolan=%E0%A4%A"],
    ["carries a zero byte", (good: string) => `${good}%00`],
    ["has the name for https on plain http", (good: string) => `__Host-${good}`],
  ])("that %s signs nobody in", async (_, spoil) => {
    expect(await viewer(spoil(pair(await start())))).toBeNull();
  });

  it("is asked about once in a request, and not at all when there is none", async () => {
    const { socketDir, port, user, database } = address;
    const pool = postgres({ host: socketDir, port, user, database, max: 1 });
    const queries: string[] = [];
    const watched = drizzle(pool, { logger: { logQuery: (query) => queries.push(query) } });
    const session = openSession(watched, pair(await start()), { secure: false });
    expect(await session.viewer()).toMatchObject({ name: "Kofi Abara" });
    expect(await session.viewer()).toMatchObject({ name: "Kofi Abara" });
    expect(queries).toHaveLength(1);
    expect(await openSession(watched, null, { secure: false }).viewer()).toBeNull();
    expect(queries).toHaveLength(1);
    await pool.end();
  });
});

describe("time", () => {
  it("ends a session nobody used for ten days", async () => {
    const cookie = pair(await start());
    await setClock(daysLater(10, -1));
    const justInTime = openSession(db, cookie, { secure: false });
    expect(await justInTime.viewer()).not.toBeNull();

    await setClock(TEST_NOW);
    const other = pair(await start());
    await setClock(daysLater(10));
    expect(await viewer(other)).toBeNull();
  });

  it("is the database's, whatever this machine's clock says", async () => {
    const cookie = pair(await start());
    await setClock("2031-01-01T00:00:00Z");
    expect(await viewer(cookie)).toBeNull();
    const later = pair(await start());
    expect(await viewer(later)).not.toBeNull();
    await setClock("1999-01-01T00:00:00Z");
    const earlier = pair(await start());
    expect(await viewer(earlier)).not.toBeNull();
  });

  it("renews a session in the second half of its ten days, and tells the browser", async () => {
    const cookie = pair(await start());
    await setClock(daysLater(5, -1));
    const early = openSession(db, cookie, { secure: false });
    await early.viewer();
    expect(early.setCookie()).toBeNull();

    await setClock(daysLater(5, 1));
    const late = openSession(db, cookie, { secure: false });
    await late.viewer();
    expect(late.setCookie()).toMatch(new RegExp(`^${cookie}; .*Max-Age=864000`));
    await setClock(daysLater(15));
    expect(await viewer(cookie)).not.toBeNull();
  });

  it("ends every session after thirty days, however much it is used", async () => {
    const cookie = pair(await start());
    for (const day of [6, 12, 18, 24]) {
      await setClock(daysLater(day));
      expect(await viewer(cookie)).not.toBeNull();
    }
    await setClock(daysLater(30, -1));
    expect(await viewer(cookie)).not.toBeNull();
    await setClock(daysLater(30));
    expect(await viewer(cookie)).toBeNull();
  });

  it("leaves nothing of a session that has run out once its person signs in again", async () => {
    await start();
    await setClock(daysLater(4000));
    await start();
    const [left] = await sql<{ count: number }>`select count(*)::int as count from sessions`;
    expect(left?.count).toBe(1);
  });

  it("is up when less than a millisecond is left, without an error", async () => {
    const cookie = pair(await start());
    await sql`update sessions set expires_at = app_now() + interval '400 microseconds'`;
    expect(await viewer(cookie)).toBeNull();
  });
});

describe("the community a page belongs to", () => {
  const django = change(db, nobody, "set the stage", (tx) =>
    addCommunity(tx, { slug: "django", name: "Django", summary: "" }, kofi.id),
  );
  const going = (cookie: string | null, goesTo: string | null) => openSession(db, cookie, { secure: false, goesTo });

  it("is the same with the same part in it, whether it is read with who comes or after", async () => {
    await django;
    const cookie = pair(await start());
    for (const who of [cookie, null, "portolan=none"]) {
      const [together, after] = [going(who, "django"), going(who, null)];
      expect(await together.community("django")).toEqual(await after.community("django"));
      expect(await together.viewer()).toEqual(await after.viewer());
      expect((await together.community("django"))?.role).toBe(who === cookie ? "organizer" : null);
      expect(await together.community("nowhere")).toBeNull();
      expect(await going(who, "nowhere").community("nowhere")).toBeNull();
    }
  });

  it("knows nobody whose session has run out", async () => {
    await django;
    const cookie = pair(await start());
    await setClock(daysLater(11));
    const late = going(cookie, "django");
    expect(await late.community("django")).toMatchObject({ slug: "django", role: null });
    expect(await late.viewer()).toBeNull();
  });

  it("is looked at again for somebody who has just signed in", async () => {
    await django;
    const session = going(pair(await start()), "django");
    expect(await session.community("django")).toMatchObject({ role: "organizer" });
    await change(db, nobody, "sign in", async (tx) => {
      await session.start(tx, await findOrAddPerson(tx, { name: "Amira Haddad", email: "amira@example.org" }));
    });
    expect(await session.community("django")).toMatchObject({ role: null });
  });
});

describe("ending", () => {
  it("deletes the session, so that its cookie is worth nothing afterwards", async () => {
    const cookie = pair(await start());
    const session = openSession(db, cookie, { secure: false });
    await change(db, nobody, "sign out", (tx) => session.end(tx));
    expect(session.setCookie()).toMatch(/^portolan=; .*Max-Age=0/);
    expect(await session.viewer()).toBeNull();
    expect(await viewer(cookie)).toBeNull();
  });

  it("happens to the old session when somebody else signs in at the same browser", async () => {
    const old = pair(await start());
    const session = openSession(db, old, { secure: false });
    const mireia = await change(db, nobody, "sign in", async (tx) => {
      const person = await findOrAddPerson(tx, { name: "Mireia Puig", email: "mireia@example.org" });
      await session.start(tx, person);
      return person;
    });
    expect(await session.viewer()).toEqual(mireia);
    expect(await viewer(old)).toBeNull();
    expect(await viewer(pair(session.setCookie() ?? ""))).toEqual(mireia);
  });

  it("and starting are on the audit trail, without the session's id; being there is not", async () => {
    const cookie = pair(await start());
    const [before] = await sql<{ count: number }>`select count(*)::int as count from audit_rows`;
    await setClock(daysLater(6));
    await viewer(cookie);
    const [after6] = await sql<{ count: number }>`select count(*)::int as count from audit_rows`;
    expect(after6).toEqual(before);
    const rows = await sql<{
      trail: string;
    }>`select to_jsonb(audit_rows)::text as trail from audit_rows where object = 'sessions'`;
    const ids = await sql<{ id: string }>`select id from sessions`;
    for (const { id } of ids) for (const { trail } of rows) expect(trail).not.toContain(id);
  });
});
