import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { readOutline } from "../../../app/domain/roadmap/outline";
import { readiness } from "../../../app/domain/tasks/readiness";
import { openClient } from "../../../db/client.server";
import { change } from "../../../db/queries/change.server";
import { claimTask, findHolder } from "../../../db/queries/claims.server";
import { addCommunity, findCommunity } from "../../../db/queries/communities.server";
import { addDecision } from "../../../db/queries/decisions.server";
import { listFreeTasks } from "../../../db/queries/free-tasks.server";
import { importRoadmap, previewImport } from "../../../db/queries/imports.server";
import { findOrAddPerson } from "../../../db/queries/people.server";
import { deleteTask, editTask } from "../../../db/queries/task-writing.server";
import { findTask, listTasksOfTheme } from "../../../db/queries/tasks.server";
import { editTheme } from "../../../db/queries/theme-writing.server";
import { findTheme, listThemes } from "../../../db/queries/themes.server";
import { testDatabase } from "../../support/database";

const { db, address } = await testDatabase();
const fixture = readFileSync("tests/fixtures/django-roadmap.md", "utf8");
const nobody = { personId: null, requestId: null };

let made = 0;
/** A community of its own for each test, with Mireia as its organizer. */
async function newCommunity() {
  made += 1;
  const slug = `community-${made}`;
  return change(db, nobody, "set up", async (tx) => {
    const mireia = await findOrAddPerson(tx, { name: "Mireia Puig", email: "mireia@example.org" });
    const { id } = await addCommunity(tx, { slug, name: "Django", summary: "" }, mireia.id);
    return { id, slug, mireia };
  });
}

let here: Awaited<ReturnType<typeof newCommunity>>;
beforeEach(async () => {
  here = await newCommunity();
});

const bringIn = (text: string, community = here, on = db) =>
  change(on, { personId: community.mireia.id, requestId: "r1" }, "import roadmap", (tx) =>
    importRoadmap(tx, community.id, readOutline(text), community.mireia.id),
  );

const themesOf = (communityId = here.id) => listThemes(db, communityId);

async function taskTitled(part: string) {
  const [row] = await db.execute<{ number: number }>(
    sql`select number from tasks where community_id = ${here.id} and title like ${`%${part}%`} and deleted_at is null`,
  );
  const task = await findTask(db, here.id, Number(row?.number));
  if (!task) throw new Error(`no task is called ${part}`);
  return task;
}

async function auditRows(communityId = here.id) {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from audit_rows where community_id = ${communityId}`,
  );
  return row?.count ?? 0;
}

async function allTasks(communityId = here.id) {
  const lists = await Promise.all((await themesOf(communityId)).map(({ id }) => listTasksOfTheme(db, communityId, id)));
  return lists.flat();
}

describe("the roadmap from the wall in Palafrugell", () => {
  it("comes in whole, in its order", async () => {
    const { plan, retitled } = await bringIn(fixture);
    expect(retitled).toBe(true);
    expect(plan.counts.themes.new).toBe(8);
    expect((await themesOf()).map(({ title, tasks, openQuestions }) => [title, tasks, openQuestions])).toEqual([
      ["Modernise contrib.auth", 10, 3],
      ["Type hints", 4, 3],
      ["An API story", 5, 2],
      ["The async story", 3, 1],
      ["Background tasks: the database back end", 3, 0],
      ["Website: people cannot find things", 3, 0],
      ["Start small: a lighter way in", 2, 1],
      ["An executive director for the foundation", 0, 0],
    ]);
    const auth = await findTheme(db, here.id, "modernise-contrib-auth");
    expect(auth?.pillars.map(({ title }) => title)).toEqual([
      "Know the landscape",
      "Two-factor",
      "Passkeys",
      "Smaller doors",
    ]);
    const inPasskeys = (await listTasksOfTheme(db, here.id, auth?.id ?? 0)).filter(
      ({ pillarId }) => pillarId === auth?.pillars[2]?.id,
    );
    expect(inPasskeys.map(({ title, kind, sizeMinutes }) => [title, kind, sizeMinutes])).toEqual([
      ["List which WebAuthn calls a Django login needs, with a diagram", "research", 240],
      ["Experiment: passkey login in a sample project", "experiment", 960],
    ]);
    const community = await findCommunity(db, here.slug, null);
    expect(community?.roadmapTitle).toBe("Django roadmap, as it stood on the wall in Palafrugell");
    expect(community?.roadmapIntro).toContain("not tidy");
    expect((await allTasks()).map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, index) => index + 1),
    );
  });

  it("has exactly six ready tasks, whether the database counts them or the domain does, before and after", async () => {
    const community = await findCommunity(db, here.slug, null);
    if (!community) throw new Error("no community");
    const preview = await previewImport(db, community, readOutline(fixture));
    expect([...preview.readiness.values()].filter(({ ready }) => ready)).toHaveLength(6);

    await bringIn(fixture);
    const free = await listFreeTasks(db, here.id, { limit: 50, offset: 0 });
    const ready = (await allTasks()).filter(
      (task) => readiness({ ...task, mentorHoursLeft: null, now: community.now }).ready,
    );
    expect(ready).toHaveLength(6);
    expect(ready.map(({ number }) => number).sort()).toEqual(free.map(({ number }) => number).sort());
    expect((await taskTitled("Link the how-tos")).openBlockers).toMatchObject([
      { title: "How-to: a JSON endpoint with plain Django" },
    ]);
  });

  it("changes nothing and leaves no trace when it comes in again", async () => {
    await bringIn(fixture);
    const before = await auditRows();
    const { plan, retitled } = await bringIn(fixture);
    expect(retitled).toBe(false);
    expect(plan.counts.tasks).toEqual({ new: 0, changed: 0, same: 30 });
    expect(await auditRows()).toBe(before);
  });

  it("comes in once when two organizers bring it in at the same moment", async () => {
    const other = openClient({ ...address, max: 2 });
    const both = await Promise.all([bringIn(fixture), bringIn(fixture, here, other.db)]);
    await other.close();
    expect(both.map(({ plan }) => plan.counts.tasks.new).sort((a, b) => a - b)).toEqual([0, 30]);
    const titles = (await allTasks()).map(({ title }) => title);
    expect(titles).toHaveLength(30);
    expect(new Set(titles).size).toBe(30);
    expect(await themesOf()).toHaveLength(8);
  });

  it("touches no other community, though that one has the same themes", async () => {
    const wagtail = await newCommunity();
    await bringIn(fixture, wagtail);
    const before = await auditRows(wagtail.id);
    await bringIn(fixture.replace("(docs, 3h)", "(docs, 1h)"));
    expect(await auditRows(wagtail.id)).toBe(before);
    const there = await listThemes(db, wagtail.id);
    expect(there.map(({ slug }) => slug)).toEqual((await themesOf()).map(({ slug }) => slug));
    const hooks = (await allTasks(wagtail.id)).find(({ title }) => title.includes("today's hooks"));
    expect(hooks?.sizeMinutes).toBe(180);
  });
});

describe("a text that comes in again, corrected", () => {
  it("changes the one task whose size was corrected, and checks it in passing", async () => {
    await bringIn(fixture);
    const before = await taskTitled("today's hooks");
    const { plan } = await bringIn(fixture.replace("(docs, 3h)", "(docs, 2h)"));
    expect(plan.counts.tasks).toEqual({ new: 0, changed: 1, same: 29 });
    const after = await taskTitled("today's hooks");
    expect(after).toMatchObject({ number: before.number, sizeMinutes: 120, rev: before.rev + 1 });
    const rows = await db.execute<{ object: string; before: unknown; after: unknown; actor_id: string }>(
      sql`select object, before, after, actor_id from audit_rows where community_id = ${here.id} order by id desc limit 1`,
    );
    expect(rows[0]).toMatchObject({ object: "tasks", before: { size_minutes: 180 }, after: { size_minutes: 120 } });
    expect(Number(rows[0]?.actor_id)).toBe(here.mireia.id);
  });

  it("moves a task to the end of the pillar it now stands in, under its own number", async () => {
    await bringIn(
      "## Auth\nWhy.\n### Doors\n- Open the door (docs, 1h)\n- Close it (docs, 1h)\n### Windows\n- Clean one (docs, 1h)\n",
    );
    const before = await taskTitled("Open the door");
    await bringIn(
      "## Auth\n### Doors\n- Close it (docs, 1h)\n### Windows\n- Open the door (docs, 1h)\n- Clean one (docs, 1h)\n",
    );
    const auth = await findTheme(db, here.id, "auth");
    const windows = (await listTasksOfTheme(db, here.id, auth?.id ?? 0)).filter(
      ({ pillarId }) => pillarId === auth?.pillars[1]?.id,
    );
    expect(windows.map(({ title }) => title)).toEqual(["Clean one", "Open the door"]);
    expect(windows[1]?.number).toBe(before.number);
    expect(auth?.why).toBe("Why.");
  });

  it("moves a task to another theme, and what waits for it goes on waiting", async () => {
    await bringIn(
      "## A\nWhy a.\n- First thing (docs, 1h)\n- Second thing (docs, 1h)\n  needs: First thing\n## B\nWhy b.\n- Third thing (docs, 1h)\n",
    );
    const before = await taskTitled("First thing");
    await bringIn("## A\n- Second thing (docs, 1h)\n## B\n- Third thing (docs, 1h)\n- First thing (docs, 1h)\n");
    expect(await taskTitled("First thing")).toMatchObject({ number: before.number, themeSlug: "b" });
    expect((await taskTitled("Second thing")).openBlockers).toEqual([{ number: before.number, title: "First thing" }]);
  });

  it("moves a question to the theme it now stands under, with whatever was decided", async () => {
    await bringIn("## A\nWhy a.\n- Which one do we take?\n- First thing (docs, 1h)\n## B\nWhy b.\n- And then what?\n");
    const before = await findTheme(db, here.id, "a");
    const { plan } = await bringIn("## A\n- First thing (docs, 1h)\n## B\n- Which one do we take?\n- And then what?\n");
    expect(plan.counts.questions).toEqual({ new: 0, changed: 1, same: 1 });
    expect((await findTheme(db, here.id, "a"))?.questions).toEqual([]);
    const after = await findTheme(db, here.id, "b");
    expect(after?.questions.map(({ title }) => title)).toEqual(["And then what?", "Which one do we take?"]);
    expect(after?.questions[1]?.number).toBe(before?.questions[0]?.number);
  });

  it("adds what is new behind what exists, in the file's order, and leaves what it does not name", async () => {
    await bringIn("## A\nWhy.\n- Which one?\n- One (docs, 1h)\n- Two (docs, 1h)\n");
    await bringIn(
      "## C\nWhy c.\n## A\n- And then?\n- Zero (docs, 1h)\n- Two (docs, 1h)\n- Three (docs, 1h)\n### New\n- Four (docs, 1h)\n",
    );
    expect((await themesOf()).map(({ title }) => title)).toEqual(["A", "C"]);
    const a = await findTheme(db, here.id, "a");
    expect(a?.questions.map(({ title }) => title)).toEqual(["Which one?", "And then?"]);
    const own = (await listTasksOfTheme(db, here.id, a?.id ?? 0)).filter(({ pillarId }) => pillarId === null);
    expect(own.map(({ title }) => title)).toEqual(["One", "Two", "Zero", "Three"]);
  });

  it("finishes a task that is ticked, and lets go whoever held it", async () => {
    await bringIn(fixture);
    const kofi = await change(db, nobody, "set up", (tx) =>
      findOrAddPerson(tx, { name: "Kofi Abara", email: "kofi@example.org" }),
    );
    const task = await taskTitled("today's hooks");
    const terms = { id: here.id, activeClaims: 2, claimHours: 72 };
    await claimTask(db, { personId: kofi.id, requestId: null }, terms, task.number, { personId: kofi.id, note: "" });
    expect(await findHolder(db, here.id, task.id)).toMatchObject({ name: "Kofi Abara" });

    await bringIn(
      fixture.replace("[ ] Document how to add a second factor", "[x] Document how to add a second factor"),
    );
    expect((await taskTitled("today's hooks")).finishedAt).not.toBeNull();
    expect(await findHolder(db, here.id, task.id)).toBeNull();
    const endings = await db.execute(sql`select reason, ended_by from claim_endings where community_id = ${here.id}`);
    expect(endings).toMatchObject([{ reason: "finished", ended_by: String(here.mireia.id) }]);

    await bringIn(fixture);
    expect((await taskTitled("today's hooks")).finishedAt).not.toBeNull();
  });

  it("marks a theme as done when its heading is ticked, and leaves a parked one parked", async () => {
    await bringIn("## A\nWhy.\n- One (docs, 1h)\n## B\nWhy b.\n- Two (docs, 1h)\n");
    const b = await findTheme(db, here.id, "b");
    await change(db, nobody, "park", (tx) =>
      editTheme(tx, { communityId: here.id, id: b?.id ?? 0, rev: b?.rev ?? 0 }, { state: "parked" }),
    );
    await bringIn("## ~~A~~\n- One (docs, 1h)\n## B\nAnother why.\n- Two (docs, 1h)\n");
    expect((await themesOf()).map(({ title, state, why }) => [title, state, why])).toEqual([
      ["A", "done", "Why."],
      ["B", "parked", "Another why."],
    ]);
  });

  it("makes a task wait for a question, until the question is decided", async () => {
    const text =
      "## A\nWhy.\n- Which one do we take?\n- Do it (code, 1h)\n  start: here\n  done when: it is done\n  verify: look\n  needs: Which one do we take?\n";
    await bringIn(text);
    const waiting = await taskTitled("Do it");
    expect(waiting.openQuestions).toMatchObject([{ title: "Which one do we take?" }]);
    const community = await findCommunity(db, here.slug, null);
    if (!community) throw new Error("no community");
    const ready = async () =>
      [...(await previewImport(db, community, readOutline(text))).readiness.values()].map((found) => found.ready);
    expect(await ready()).toEqual([false]);

    const a = await findTheme(db, here.id, "a");
    await change(db, nobody, "decide", (tx) =>
      addDecision(tx, here.id, a?.questions[0]?.id ?? 0, here.mireia.id, { answer: "This.", reason: "", rejected: "" }),
    );
    expect((await taskTitled("Do it")).openQuestions).toEqual([]);
    expect(await ready()).toEqual([true]);
    expect((await bringIn(text)).plan.counts.tasks).toEqual({ new: 0, changed: 0, same: 1 });
  });

  it("brings a deleted task in again, under a new number", async () => {
    await bringIn("## A\nWhy.\n- One (docs, 1h)\n- Two (docs, 1h)\n");
    const one = await taskTitled("One");
    await change(db, nobody, "delete", (tx) => deleteTask(tx, here.id, one.id, here.mireia.id));
    const { plan } = await bringIn("## A\n- One (docs, 1h)\n- Two (docs, 1h)\n");
    expect(plan.counts.tasks).toEqual({ new: 1, changed: 0, same: 1 });
    expect((await taskTitled("One")).number).toBe(3);
  });
});

it("an organizer who saves a task while it comes in loses nothing: the import waits, and adds to what was saved", async () => {
  await bringIn(fixture);
  const task = await taskTitled("today's hooks");
  let importing: ReturnType<typeof bringIn> | undefined;
  await change(db, nobody, "edit task", async (tx) => {
    await editTask(tx, { communityId: here.id, id: task.id, rev: task.rev }, { notes: "Ask Priya first." });
    importing = bringIn(fixture.replace("(docs, 3h)", "(docs, 2h)"));
    await somebodyWaits();
  });
  expect((await importing)?.plan.counts.tasks).toEqual({ new: 0, changed: 1, same: 29 });
  expect(await taskTitled("today's hooks")).toMatchObject({ notes: "Ask Priya first.", sizeMinutes: 120 });
});

/** Until a connection waits for a lock that another one holds. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await db.execute(
      sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (waiting.length > 0) return;
  }
}

it("an import that breaks off halfway leaves nothing, not even a number that is used up", async () => {
  const broken = change(db, nobody, "import roadmap", async (tx) => {
    await importRoadmap(tx, here.id, readOutline(fixture), null);
    await tx.execute(sql`select 1 / 0`);
  });
  await expect(broken).rejects.toThrow();
  expect(await themesOf()).toEqual([]);
  await bringIn("## A\nWhy.\n- One (docs, 1h)\n");
  expect((await taskTitled("One")).number).toBe(1);
});

it("two thousand tasks in fifty themes come in with a handful of statements a theme, and are compared with six", async () => {
  const themes = Array.from(
    { length: 50 },
    (_, theme) =>
      `## Theme ${theme}\nWhy.\n${Array.from({ length: 40 }, (_, task) => `- Write page ${theme}-${task} (docs, 1h)\n`).join("")}`,
  );
  const text = themes.join("\n");
  const statements: string[] = [];
  const other = openClient({ ...address, max: 1, onStatement: (statement) => statements.push(statement) });
  const { plan } = await bringIn(text, here, other.db);
  expect(plan.counts.tasks.new).toBe(2000);
  expect(await allTasks()).toHaveLength(2000);
  expect(statements.length).toBeLessThan(50 * 4 + 40);

  statements.length = 0;
  const longer = await bringIn(text.replaceAll("1h", "2h"), here, other.db);
  expect(longer.plan.counts.tasks.changed).toBe(2000);
  expect(new Set((await allTasks()).map(({ sizeMinutes }) => sizeMinutes))).toEqual(new Set([120]));
  expect(statements.length).toBeLessThan(50 + 40);

  const community = await findCommunity(db, here.slug, null);
  if (!community) throw new Error("no community");
  statements.length = 0;
  await previewImport(other.db, community, readOutline(text));
  expect(statements).toHaveLength(6);
  await other.close();
});
