import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { timeLeft } from "../../../app/domain/claims/clock";
import { readOutline } from "../../../app/domain/roadmap/outline";
import { standing } from "../../../app/domain/tasks/standing";
import { change } from "../../../db/queries/change.server";
import { claimTask, findHolder, listClaimsOfPerson, listHandOvers } from "../../../db/queries/claims.server";
import { type Community, findCommunity, findCrew, listMembers } from "../../../db/queries/communities.server";
import { listFreeTasks } from "../../../db/queries/free-tasks.server";
import { importRoadmap } from "../../../db/queries/imports.server";
import { findPersonByEmail } from "../../../db/queries/people.server";
import { listTasksOfTheme, type TaskFacts } from "../../../db/queries/tasks.server";
import { findTheme, listThemes } from "../../../db/queries/themes.server";
import { castParts, exampleCast } from "../../../db/seed/cast";
import { seedExample } from "../../../db/seed/example.server";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const fixture = readFileSync("tests/fixtures/django-roadmap.md", "utf8");

let django: Community;
let tasks: TaskFacts[];

beforeAll(async () => {
  await seedExample(db);
  const found = await findCommunity(db, "django", null);
  if (!found) throw new Error("the example has no community");
  django = found;
  const themes = await listThemes(db, django.id);
  tasks = (await Promise.all(themes.map(({ id }) => listTasksOfTheme(db, django.id, id)))).flat();
});

const taskTitled = (part: string): TaskFacts => {
  const task = tasks.find(({ title }) => title.includes(part));
  if (!task) throw new Error(`no task is called ${part}`);
  return task;
};
const stands = (part: string) => standing(taskTitled(part), django.now).standing;

describe("the example", () => {
  it("is the roadmap from the wall, to the letter", async () => {
    const { plan } = await change(db, { personId: null, requestId: null }, "compare", (tx) =>
      importRoadmap(tx, django.id, readOutline(fixture), null),
    );
    for (const counts of Object.values(plan.counts)) expect(counts).toMatchObject({ new: 0, changed: 0 });
    expect(plan.leftAlone).toEqual([]);
    expect(plan.counts.tasks.same).toBe(30);
    expect(django).toMatchObject({ example: true, name: "Django" });
  });

  it("has fourteen people, all members, with addresses that nobody can own, in many time zones", async () => {
    const people = await db.execute<{ email: string; time_zone: string }>(sql`select email, time_zone from people`);
    expect(people).toHaveLength(14);
    expect(people.every(({ email }) => email.endsWith("@example.org"))).toBe(true);
    expect(new Set(people.map(({ time_zone }) => time_zone)).size).toBeGreaterThan(9);
    for (const { time_zone } of people)
      expect(() => new Intl.DateTimeFormat("en", { timeZone: time_zone })).not.toThrow();
    expect(await listMembers(db, django.id)).toHaveLength(14);
    const { organizers } = await findCrew(db, django.id);
    expect(organizers.map(({ name }) => name)).toEqual([exampleCast.organizer.name]);
    for (const part of castParts) expect(await findPersonByEmail(db, exampleCast[part].email)).not.toBeNull();
  });

  it("has six tasks that are ready and free", async () => {
    const free = await listFreeTasks(db, django.id, { limit: 50, offset: 0 });
    expect(free.map(({ title }) => title).sort()).toEqual([
      "Add a failing test for tasks enqueued inside a rolled back transaction",
      "Annotate django.utils.text on a branch and write down what hurt",
      "Collect ten pages that nobody can find, with how you looked for them",
      "Compare the existing stubs with the public API of one small module",
      "Reproduce the open tickets about password reset and note which still happen on main",
      "Verify that every auth template passes an accessibility check",
    ]);
    for (const task of free) expect(task.mentorName, task.title).not.toBeNull();
  });

  it("has a task that Zoë holds for two more days, one that is finished, and two that wait", async () => {
    const held = taskTitled("today's hooks");
    expect(stands("today's hooks")).toMatchObject({ is: "held", by: "Zoë Ito" });
    expect(timeLeft(held.expiresAt ?? django.now, django.now)).toBe("2 days and 4 hours left");
    expect(stands("Read the last five years")).toMatchObject({ is: "finished" });
    expect(taskTitled("Read the last five years").finishedAt?.getTime()).toBeLessThan(
      django.now.getTime() - 86_400_000,
    );
    expect(stands("Draft the page")).toEqual({
      is: "waiting",
      for: "Do we annotate core, publish stubs, or bless what exists?",
    });
    expect(taskTitled("Link the how-tos").openBlockers).toMatchObject([
      { title: "How-to: a JSON endpoint with plain Django" },
    ]);
    expect(stands("Link the how-tos")).toMatchObject({ is: "waiting" });
  });

  it("has a task that was handed back with a note for whoever takes it next", async () => {
    const task = taskTitled("accessibility check");
    expect(await findHolder(db, django.id, task.id)).toBeNull();
    const [note] = await listHandOvers(db, django.id, task.id);
    expect(note).toMatchObject({ name: "Tomás Herrera", reason: "released" });
    expect(note?.note).toContain("Left:");
    expect(note?.endedAt.getTime()).toBeLessThan(django.now.getTime());
  });

  it("has themes in several states, with champions, and decisions with reasons", async () => {
    const themes = await listThemes(db, django.id);
    expect(themes.map(({ state, champion }) => [state, champion])).toEqual([
      ["active", "Mireia Puig"],
      ["exploring", "Omar Haddad"],
      ["active", "Sanne de Wit"],
      ["exploring", "Hannah Weiss"],
      ["active", "Bilal Qureshi"],
      ["active", "Rosa Marchetti"],
      ["exploring", "Ana Sofía Duarte"],
      ["parked", null],
    ]);
    const hints = await findTheme(db, django.id, "type-hints");
    expect(hints?.questions.map(({ decision }) => decision?.decidedBy ?? null)).toEqual([null, null, "Omar Haddad"]);
    expect(hints?.questions[2]?.decision?.reason).toContain("It takes a day");
    expect((await findTheme(db, django.id, "an-api-story"))?.questions[0]?.decision?.decidedBy).toBe("Mireia Puig");
  });

  it("lets Kofi, who holds nothing yet, claim a task", async () => {
    const kofi = await findPersonByEmail(db, exampleCast.newcomer.email);
    if (!kofi) throw new Error("Kofi is not there");
    expect(await listClaimsOfPerson(db, kofi.id)).toEqual([]);
    const { number } = taskTitled("accessibility check");
    const doer = { personId: kofi.id, requestId: null };
    expect(await claimTask(db, doer, django, number, { personId: kofi.id, note: "" })).toMatchObject({ ok: true });
  });

  it("loads whole or not at all", async () => {
    const before = await db.execute(sql`select count(*) from audit_rows`);
    await expect(seedExample(db)).rejects.toThrow();
    expect(await db.execute(sql`select count(*) from audit_rows`)).toEqual(before);
  });
});
