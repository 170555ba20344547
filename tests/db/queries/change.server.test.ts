import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openClient } from "../../../db/client.server";
import { auditDenied, change, nameTheDeed } from "../../../db/queries/change.server";
import { editPerson } from "../../../db/queries/people.server";
import { editTask } from "../../../db/queries/task-writing.server";
import { type Cast, makeCast, stage } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { TEST_NOW } from "../../support/test-clock";

const { db, sql, address, stageOnce } = await testDatabase();
let cast: Cast;

stageOnce(async () => {
  cast = await makeCast(db);
});

type AuditRow = {
  object: string;
  object_key: string;
  community_id: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

const trail = (action: string) => sql`
  select action, object, object_key, outcome, actor_id::int, community_id::int, rev::int, before, after, request_id, because,
    to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
  from audit_rows where action = ${action} order by id`;
const one = () => cast.django.ready[0] ?? 0;
const key = () => ({ communityId: cast.django.id, id: cast.django.ids.get(one()) ?? 0, rev: 1 });

/** Tables whose changes are recorded, with their private columns, as the database has it. */
const audited = await sql<{ name: string; private: string[] }>`
  select distinct c.relname as name, array_remove((string_to_array(encode(t.tgargs, 'escape'), '\\000'))[2:], '') as private
  from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
  where p.proname in ('audit_change', 'audit_changes') order by 1`;

describe("a change", () => {
  it("is recorded with who, what, where, in which request and at what time by the database's clock", async () => {
    const doer = { personId: cast.mireia.id, requestId: "request-1" };
    await change(db, doer, "edit task", (tx) => editTask(tx, key(), { title: "Name every hasher" }));
    expect(await trail("edit task")).toEqual([
      {
        action: "edit task",
        object: "tasks",
        object_key: String(key().id),
        outcome: "ok",
        actor_id: cast.mireia.id,
        community_id: cast.django.id,
        rev: 2,
        before: { title: "Name hasher one", rev: 1 },
        after: { title: "Name every hasher", rev: 2 },
        request_id: "request-1",
        because: null,
        at: TEST_NOW,
      },
    ]);
  });

  it("that is rolled back leaves no trail", async () => {
    const [before] = await sql`select count(*)::int as rows from audit_rows`;
    const failed = change(db, stage, "edit task", async (tx) => {
      await editTask(tx, key(), { title: "Name every hasher" });
      throw new Error("on second thoughts");
    });
    await expect(failed).rejects.toThrow("on second thoughts");
    expect((await sql`select count(*)::int as rows from audit_rows`)[0]).toEqual(before);
    expect(await sql`select title from tasks where id = ${key().id}`).toEqual([{ title: "Name hasher one" }]);
  });

  it("is in nobody's sight before its trail is", async () => {
    await change(db, stage, "edit task", async (tx) => {
      await editTask(tx, key(), { title: "Name every hasher" });
      expect(await trail("edit task")).toEqual([]);
      expect(await sql`select title from tasks where id = ${key().id}`).toEqual([{ title: "Name hasher one" }]);
    });
    expect(await trail("edit task")).toHaveLength(1);
  });

  it("that changes nothing in a row still says that the row was written", async () => {
    await change(db, stage, "touch", (tx) => tx.execute("update pillars set title = title"));
    expect(await trail("touch")).toMatchObject([
      { object: "pillars", before: {}, after: {} },
      { object: "pillars", before: {}, after: {} },
    ]);
  });

  it("whose actor becomes known on the way is recorded under their name from then on", async () => {
    await change(db, { personId: null, requestId: "r" }, "sign up", async (tx) => {
      await editPerson(tx, cast.kofi.id, { name: "K", timeZone: "UTC" });
      await nameTheDeed(tx, { personId: cast.kofi.id, requestId: "r" }, "sign up");
      await editPerson(tx, cast.kofi.id, { name: "Kofi", timeZone: "UTC" });
    });
    expect((await trail("sign up")).map(({ actor_id }) => actor_id)).toEqual([null, cast.kofi.id]);
  });
});

describe("nothing is written round the record", () => {
  it.each([
    ["communities", "name"],
    ["people", "name"],
    ["memberships", "role"],
    ["themes", "title"],
    ["questions", "title"],
    ["decisions", "answer"],
    ["pillars", "title"],
    ["tasks", "title"],
  ])("%s are not changed outside a change", async (table, column) => {
    const update = sql.unsafe(`update ${table} set ${column} = ${column}`);
    await expect(update).rejects.toThrow(`a change of ${table} names no action`);
  });

  it("nor is a row deleted", async () => {
    await expect(sql`delete from decisions`).rejects.toThrow("names no action");
    expect(await sql`select count(*)::int from decisions`).toEqual([{ count: 2 }]);
  });

  it("nor is a row added", async () => {
    await expect(sql`insert into people (name, email) values ('Eve', 'eve@example.org')`).rejects.toThrow(
      "names no action",
    );
    expect(await sql`select id from people where name = 'Eve'`).toEqual([]);
  });

  it("an action named in one transaction does not speak for the next on the same connection", async () => {
    const single = openClient({ ...address, max: 1 });
    await change(single.db, stage, "edit task", (tx) => editTask(tx, key(), { title: "Name every hasher" }));
    await expect(single.sql`update tasks set title = 'x'`).rejects.toThrow("names no action");
    const failed = change(single.db, stage, "edit task", () => Promise.reject(new Error("no")));
    await expect(failed).rejects.toThrow("no");
    await expect(single.sql`update tasks set title = 'x'`).rejects.toThrow("names no action");
    await single.close();
  });

  it("what has been recorded is final", async () => {
    await expect(sql`update audit_rows set actor_id = null`).rejects.toThrow("audit rows are never changed or deleted");
    await expect(sql`delete from audit_rows`).rejects.toThrow("audit rows are never changed or deleted");
    await expect(change(db, stage, "tidy up", (tx) => tx.execute("delete from audit_rows"))).rejects.toThrow();
  });

  it("every table is recorded, but for the record itself, mail and what is kept for a day", async () => {
    const tables = await sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
    const names = tables.map(({ name }) => name).filter((name) => name !== "test_clock");
    const recorded = audited.map(({ name }) => name);
    expect(names.filter((name) => !recorded.includes(name))).toEqual([
      "audit_rows",
      "kept_forms",
      "letters",
      "mailbox",
    ]);
  });
});

describe("a refused right", () => {
  it("is recorded as denied, with the sentence the person was shown", async () => {
    const denied = {
      action: "delete theme",
      because: "Only organizers can.",
      object: "themes",
      objectKey: 7,
      communityId: cast.django.id,
    };
    await auditDenied(db, { personId: cast.kofi.id, requestId: "request-2" }, denied);
    expect(await trail("delete theme")).toEqual([
      {
        action: "delete theme",
        object: "themes",
        object_key: "7",
        outcome: "denied",
        actor_id: cast.kofi.id,
        community_id: cast.django.id,
        rev: null,
        before: null,
        after: null,
        request_id: "request-2",
        because: "Only organizers can.",
        at: TEST_NOW,
      },
    ]);
  });
});

describe("a person who leaves can be forgotten, because the record", () => {
  it("names people by their ids, and has none of what is private", async () => {
    await change(db, stage, "edit person", (tx) =>
      editPerson(tx, cast.kofi.id, { name: "Kofi Mensah", timeZone: "Africa/Lagos" }),
    );
    await change(db, stage, "ask for sign-in link", (tx) =>
      tx.execute(
        `insert into sign_in_links (token_hash, email, asked_from, next, expires_at) values ('SECRETHASH', 'kofi@example.org', 'SECRETFROM', '/SECRETNEXT', app_now())`,
      ),
    );
    const said = JSON.stringify(await sql`select * from audit_rows`);
    for (const secret of ["example.org", "Kofi", "Mireia", "Zoë", "Africa/Lagos", "SECRET"])
      expect(said).not.toContain(secret);
    const [edit] = await trail("edit person");
    expect(edit).toMatchObject({ object: "people", object_key: String(cast.kofi.id), before: {}, after: {} });
  });

  it("leaves out names, addresses, zones, tokens, availability and private notes in every table", () => {
    const left = Object.fromEntries(
      audited.filter((table) => table.private.length > 0).map((table) => [table.name, table.private]),
    );
    expect(left.people).toEqual(["name", "email", "time_zone"]);
    expect(left.sessions).toContain("id");
    expect(left.setup_links).toContain("token_hash");
    for (const column of ["token_hash", "email", "asked_from"]) expect(left.sign_in_links).toContain(column);
    for (const column of ["time_zone", "weekly_hours", "languages", "skills", "wants_to_learn"])
      expect(left.registrations).toContain(column);
    expect(left.pair_endings).toContain("note");
    expect(left.check_ins).toContain("blocks");
    expect(left.champion_offers).toContain("note");
  });
});

describe("reading the record again from its first row", () => {
  /** What the rows of a table must be now, by the record alone. */
  function replay(rows: readonly AuditRow[]): Record<string, unknown>[] {
    const state: Record<string, unknown>[] = [];
    for (const { before, after } of rows) {
      const at = before === null ? -1 : state.findIndex((row) => matches(row, before));
      if (before === null) state.push({ ...after });
      else if (after === null) state.splice(at, 1);
      else Object.assign(state[at] ?? {}, after);
    }
    return state;
  }

  const matches = (row: Record<string, unknown>, part: Record<string, unknown>) =>
    Object.entries(part).every(([name, value]) => JSON.stringify(row[name]) === JSON.stringify(value));

  /** By row: what an update says of one row must not be taken for another's. */
  async function replayed(table: string) {
    const rows = await sql<AuditRow>`
      select object, object_key, community_id, before, after from audit_rows where object = ${table} and outcome = 'ok' order by id`;
    const byKey = new Map<string, AuditRow[]>();
    for (const row of rows) {
      const key = `${row.community_id} ${row.object_key}`;
      byKey.set(key, [...(byKey.get(key) ?? []), row]);
    }
    return [...byKey.values()].flatMap(replay);
  }

  async function stored({ name, private: hidden }: (typeof audited)[number]) {
    const rows = await sql.unsafe<{ row: Record<string, unknown> }>(
      `select to_jsonb(t) - $1::text[] as row from ${name} t`,
      [hidden],
    );
    return rows.map(({ row }) => row);
  }

  const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();

  async function expectReplayed() {
    for (const table of audited)
      expect({ [table.name]: sorted(await replayed(table.name)) }).toEqual({
        [table.name]: sorted(await stored(table)),
      });
  }

  it("gives every column that is not private, of a whole roadmap", async () => {
    await expectReplayed();
  });

  it("gives them after any sequence of edits, kept or rolled back", async () => {
    const { id } = cast.django;
    const task = (number: number) => `community_id = ${id} and number = ${number}`;
    const edits: ((number: number, text: string) => string)[] = [
      (number, text) =>
        `update tasks set title = ${text}, size_minutes = ${number}, rev = rev + 1 where ${task(number)}`,
      (number) =>
        `update tasks set finished_at = case when finished_at is null then app_now() end where ${task(number)}`,
      (_, text) => `update people set name = ${text} where id = ${cast.kofi.id}`,
      () =>
        `update memberships set left_at = case when left_at is null then app_now() end where person_id = ${cast.zoe.id}`,
      (number, text) =>
        `update themes set why = ${text}, state = 'parked', rev = rev + ${number} where community_id = ${id}`,
      (number) => `insert into dependencies (community_id, task_id, blocked_by_id)
        select ${id}, min(id), max(id) from tasks where community_id = ${id} and number in (${number}, ${(number % 9) + 1})
        on conflict do nothing`,
      (number) => `delete from dependencies where blocked_by_id in (select id from tasks where ${task(number)})`,
      (_, text) => `update decisions set answer = ${text}`,
    ];
    const step = fc.record({
      edit: fc.constantFrom(...edits),
      number: fc.integer({ min: 1, max: 9 }),
      text: fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => `'${text.replace(/['\0]/g, "")}'`),
      keep: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        for (const { edit, number, text, keep } of steps) {
          const done = change(db, stage, "edit", async (tx) => {
            await tx.execute(edit(number, text));
            if (!keep) throw new Error("on second thoughts");
          });
          if (keep) await done;
          else await expect(done).rejects.toThrow("on second thoughts");
        }
        await expectReplayed();
      }),
      { numRuns: 25 },
    );
  });

  it("finds out when something was written round it", async () => {
    await sql.unsafe("alter table tasks disable trigger audit");
    await sql`update tasks set title = 'In the dark' where id = ${key().id}`;
    await sql.unsafe("alter table tasks enable trigger audit");
    await expect(expectReplayed()).rejects.toThrow("{ tasks:");
  });
});
