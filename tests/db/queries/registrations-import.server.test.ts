import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { readRegistrationsCsv } from "../../../app/bridges/registrations-csv.server";
import { change } from "../../../db/queries/change.server";
import { addCommunity } from "../../../db/queries/communities.server";
import { findOrAddPerson } from "../../../db/queries/people.server";
import { importRegistrations } from "../../../db/queries/registrations-import.server";
import { addSprint, findSprint, type Sprint } from "../../../db/queries/sprints.server";
import { addThemes } from "../../../db/queries/theme-writing.server";
import { testDatabase } from "../../support/database";

const { db } = await testDatabase();
const nobody = { personId: null, requestId: "test" };
const table = readFileSync(new URL("../../fixtures/registrations-small.csv", import.meta.url), "utf8");
let communityId = 0;
let sprint: Sprint;

beforeAll(async () => {
  communityId = await change(db, nobody, "set the stage", async (tx) => {
    const mireia = await findOrAddPerson(tx, { name: "Mireia Puig", email: "mireia@example.org" });
    const django = await addCommunity(tx, { slug: "django", name: "Django", summary: "" }, mireia.id);
    await addThemes(tx, django.id, [{ title: "Type hints", why: "", state: "active" }]);
    await addSprint(tx, django.id, {
      name: "Palafrugell",
      summary: "",
      startsOn: "2026-05-07",
      endsOn: "2026-05-09",
      dayStarts: "08:00",
      dayEnds: "14:00",
      timeZone: "Europe/Madrid",
      place: "Palafrugell",
      online: false,
      capacity: 8,
      bring: "",
      giving: "",
      codeOfConduct: "",
    });
    return django.id;
  });
  const found = await findSprint(db, communityId, "palafrugell");
  if (!found) throw new Error("the sprint was not made");
  sprint = found;
});

const bringIn = (text: string) =>
  change(db, nobody, "import registrations", (tx) =>
    importRegistrations(tx, communityId, sprint, readRegistrationsCsv(text).rows),
  );

const count = async (what: string) => {
  const [row] = await db.execute<{ count: number }>(sql.raw(`select count(*)::int as count from ${what}`));
  return row?.count;
};

describe("a table of registrations at a sprint", () => {
  test("comes in whole, gives out the places there are, and lets the others wait in its order", async () => {
    const done = await bringIn(table);
    expect(done.plan.faults).toEqual([]);
    expect(await count("registrations")).toBe(14);
    const onSite = done.plan.people.filter(({ said }) => said.attendance === "on_site").length;
    expect(done.waiting).toBe(onSite - 8);
    expect(await count("registrations where waiting_since is not null")).toBe(onSite - 8);
  });

  test("leaves out wishes for themes that the roadmap does not have, and says which", async () => {
    const done = await bringIn(table);
    expect(done.plan.remarks.every(({ value }) => value !== "Type hints")).toBe(true);
    expect(done.plan.remarks[0]).toMatchObject({
      line: 2,
      column: "themes",
      value: "Background tasks: the database back end",
    });
  });

  test("brought in again changes nothing, not even the audit trail", async () => {
    const before = await count("audit_rows");
    const done = await bringIn(table);
    expect(done.plan.people.every((person) => person.change === "same")).toBe(true);
    expect(await count("audit_rows")).toBe(before);
  });

  test("with one cell changed updates that person and makes nobody twice", async () => {
    const done = await bringIn(
      table.replace("Ada Puig,n001@example.org,Asia/Kathmandu", "Ada Puig,N001@example.org,Europe/Rome"),
    );
    expect(done.plan.people.filter((person) => person.change !== "same")).toMatchObject([
      { name: "Ada Puig", changes: [{ field: "time zone", before: "Asia/Kathmandu", after: "Europe/Rome" }] },
    ]);
    expect(await count("registrations")).toBe(14);
    expect(await count("people")).toBe(15);
  });

  test("with a day the sprint does not have changes nothing at all", async () => {
    const before = await count("audit_rows");
    const done = await bringIn(
      `role,name,email,languages,days\nnewcomer,Eva,eva@example.org,en,all\nnewcomer,Bo,bo@example.org,en,day 4`,
    );
    expect(done.plan.faults).toMatchObject([{ line: 3, column: "days", value: "day 4" }]);
    expect(await count("audit_rows")).toBe(before);
  });
});
