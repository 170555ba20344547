import { chmodSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, expect, it } from "vitest";
import { importInto } from "../../../app/commands/apply-import";
import { CommandRefusal } from "../../../app/commands/open-database";
import { readOutline } from "../../../app/domain/roadmap/outline";
import { listThemes } from "../../../db/queries/themes.server";
import { type Cast, makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";

const { db, url } = await testDatabase();
const outline = readOutline(readFileSync("tests/fixtures/django-roadmap.md", "utf8"));
const here = { env: { DATABASE_URL: url } };

let cast: Cast;
beforeAll(async () => {
  cast = await makeCast(db);
});

const themes = async () => (await listThemes(db, cast.django.id)).length;

it("without --apply a file is compared with what is stored, and nothing changes", async () => {
  const compared = await importInto(outline, { slug: "django", apply: false }, here);
  expect(compared).toMatchObject({ community: "Django", applied: false });
  expect(compared.plan.counts.tasks).toEqual({ new: 30, changed: 0, same: 0 });
  expect(compared.plan.leftAlone.length).toBeGreaterThan(0);
  expect(await themes()).toBe(1);
});

it("with --apply it comes in, in nobody's name, and the second time nothing changes", async () => {
  const applied = await importInto(outline, { slug: "django", apply: true }, here);
  expect(applied.applied).toBe(true);
  expect(applied.plan.counts.tasks.new).toBe(30);
  expect([...applied.readiness.values()].filter(({ ready }) => ready)).toHaveLength(6);
  expect(await themes()).toBe(9);
  const rows = await db.execute(
    sql`select distinct actor_id from audit_rows where action = 'import roadmap' and community_id = ${cast.django.id}`,
  );
  expect(rows).toEqual([{ actor_id: null }]);
  const again = await importInto(outline, { slug: "django", apply: true }, here);
  expect(again.plan.counts.tasks).toEqual({ new: 0, changed: 0, same: 30 });
});

const refusal = (slug: string, env: Record<string, string>) =>
  importInto(outline, { slug, apply: true }, { env }).then(
    () => "it came in",
    (error) => {
      if (!(error instanceof CommandRefusal)) throw error;
      return error.message;
    },
  );

it("a community that is not there is named, with those that are", async () => {
  const sentence = "There is no community called “flask”. Here there is django, wagtail.";
  expect(await refusal("flask", here.env)).toBe(sentence);
  expect(await refusal("../etc", here.env)).toContain("There is no community called “../etc”.");
});

it("a database that is not there, or is none, gets one sentence", async () => {
  const closed = (reason: string) =>
    `The database does not let us in (${reason}). Look whether it runs, and whether DATABASE_URL is right: its user, password and name.`;
  expect(await refusal("django", { DATABASE_URL: "postgres://nobody@127.0.0.1:1/portolan" })).toBe(
    closed("connect ECONNREFUSED 127.0.0.1:1"),
  );
  expect(await refusal("django", { DATABASE_URL: url.replace(/test_[0-9a-f]+/, "not_there") })).toBe(
    closed('database "not_there" does not exist'),
  );
  expect(await refusal("django", { DATABASE_URL: "localhost" })).toContain("postgres://localhost/portolan");
});

it("without DATABASE_URL the embedded database is started for the while, and stopped again", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "portolan-import-"));
  chmodSync(dataDir, 0o755);
  const steps: string[] = [];
  const asked = importInto(
    outline,
    { slug: "django", apply: true },
    { env: { DATA_DIR: dataDir }, onStep: (sentence) => steps.push(sentence) },
  );
  await expect(asked).rejects.toThrow("There is none yet: start the app and create one first.");
  expect(steps[0]).toContain("Making the database");
  const cluster = realpathSync(join(dataDir, "postgres"));
  expect(readdirSync(cluster)).not.toContain("postmaster.pid");
  // As root the data is where PostgreSQL's own account can read it, and only linked from here.
  for (const directory of [dirname(cluster), dataDir]) rmSync(directory, { recursive: true, force: true });
});
