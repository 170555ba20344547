import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { fieldValue, formTo, problemsOn, saidBy, wordsOf } from "../../support/page";
import { sprintFields } from "../../support/sprints";

const { db, sql, address } = await testDatabase();
const { mireia, zoe } = await makeCast(db);
const app = await openApp(address);
const organizer = await app.signedIn(mireia);
const plan = "/django/sprints/new";
const count = async () => (await sql<{ count: number }>`select count(*)::int as count from sprints`)[0]?.count;

describe("planning a sprint", () => {
  it("an organizer plans one, and finds it under an address made from its name", async () => {
    const form = formTo(await organizer.get(plan), plan);
    expect(form).toMatchObject({ timeZone: "Europe/Madrid", where: "place" });
    const answer = await organizer.post(plan, { ...form, ...sprintFields() });
    expect(answer).toMatchObject({ status: 303, headers: { location: "/django/sprints/palafrugell-2026" } });
    expect(saidBy(answer)).toContain("The sprint is planned.");
    const page = await organizer.get("/django/sprints/palafrugell-2026");
    expect(wordsOf(page)).toContain("Planned");
    expect(wordsOf(page)).toContain("Open registration");
    const again = await organizer.post(plan, sprintFields());
    expect(again.headers.location).toBe("/django/sprints/palafrugell-2026-2");
    const named = await organizer.post(plan, sprintFields({ name: "New" }));
    expect(named.headers.location).toBe("/django/sprints/new-2");
  });

  it("ten organizers plan a sprint of one name at once, and each has an address of its own", async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => organizer.post(plan, sprintFields({ name: "At once" }))),
    );
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(10);
  });

  it.each([
    [{ name: " \u200b " }, "Write a name"],
    [{ name: "x".repeat(201) }, "200 characters or fewer (you have 201)"],
    [{ startsOn: "2026-02-30" }, "There is no day 30 in February 2026"],
    [{ endsOn: "soon" }, "such as 2026-05-07"],
    [{ endsOn: "2026-06-07" }, "That is 32 days"],
    [{ dayStarts: "25:00" }, "from 00:00 to 23:59"],
    [{ timeZone: "Mars/Base" }, "There is no time zone “Mars/Base”"],
    [{ timeZone: "+02:00" }, "There is no time zone “+02:00”"],
    [
      { startsOn: "2026-03-28", endsOn: "2026-03-30", dayStarts: "02:30" },
      "02:30 does not exist on Sunday 29 March 2026",
    ],
    [{ capacity: "1e3" }, "plain digits"],
    [{ capacity: "0x10" }, "plain digits"],
    [{ capacity: "١٢" }, "plain digits"],
    [{ capacity: "-1" }, "plain digits"],
    [{ capacity: "2.5" }, "plain digits"],
    [{ capacity: "NaN" }, "plain digits"],
    [{ capacity: "0" }, "from 1 to 100,000"],
    [{ capacity: "100001" }, "from 1 to 100,000"],
    [{ capacity: "99999999999999999999" }, "plain digits"],
    [{ where: "moon" }, "in a place or online"],
    [{ place: "" }, "Write where people meet"],
    [{ bring: "x".repeat(20_001) }, "20,000 characters or fewer"],
  ])("%j is refused in a sentence, and everything typed is kept", async (wrong: Record<string, string>, because) => {
    const before = await count();
    const sent = sprintFields(wrong);
    const answer = await organizer.post(plan, sent);
    expect(answer.status).toBe(422);
    expect(problemsOn(answer).join(" ")).toContain(because);
    expect(answer.text).toContain("<title>Error: ");
    for (const name of ["name", "startsOn", "endsOn", "dayStarts", "capacity", "place", "giving"]) {
      expect(fieldValue(answer, name), name).toBe(sent[name]);
    }
    expect(await count()).toBe(before);
  });

  it("an end before the start is said at both fields, together with whatever else is wrong", async () => {
    const answer = await organizer.post(plan, sprintFields({ endsOn: "2026-05-06", dayEnds: "07:00", name: "" }));
    expect(problemsOn(answer)).toEqual([
      "Write a name for the sprint, such as Palafrugell 2026.",
      expect.stringContaining("The first day, Thursday 7 May 2026, is after the last."),
      expect.stringContaining("The last day, Wednesday 6 May 2026, is before the first."),
      expect.stringContaining("Each day starts at 08:00"),
      expect.stringContaining("Each day ends at 07:00"),
    ]);
  });

  it("room for one and for a hundred thousand is room, and none said is room for all", async () => {
    for (const capacity of ["1", "100000", ""]) {
      expect((await organizer.post(plan, sprintFields({ capacity }))).status).toBe(303);
    }
    const stored = await sql`select capacity from sprints order by id desc limit 3`;
    expect(stored.map(({ capacity }) => capacity)).toEqual([null, 100_000, 1]);
  });

  it("an online sprint needs no place", async () => {
    expect((await organizer.post(plan, sprintFields({ where: "online", place: "" }))).status).toBe(303);
  });

  it("a member is told who can, and finds what they typed; the refusal is on the audit trail", async () => {
    const answer = await (await app.signedIn(zoe)).post(plan, sprintFields({ bring: "My own list" }));
    expect(answer.status).toBe(403);
    expect(wordsOf(answer)).toContain("Only organizers of Django can plan its sprints.");
    expect(wordsOf(answer)).toContain("My own list");
    const [row] = await sql`select action, outcome, actor_id::int from audit_rows order by id desc limit 1`;
    expect(row).toEqual({ action: "add sprint", outcome: "denied", actor_id: zoe.id });
  });

  it("nobody slips in what the form does not ask", async () => {
    for (const name of ["id", "community_id", "rev"]) {
      expect((await organizer.post(plan, sprintFields({ [name]: "1" }))).status).toBe(422);
    }
  });
});
