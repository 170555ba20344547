import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { readRegistrationsCsv } from "../../app/bridges/registrations-csv.server";
import { dayAt } from "../../app/domain/sprint/days";
import type { Database, Queryable, Transaction } from "../client.server";
import { findProjectRoot } from "../project-root.server";
import { change } from "../queries/change.server";
import { addCommunity, findCommunity } from "../queries/communities.server";
import { findPairing, type StoredPairing } from "../queries/pairing.server";
import { findOrAddPerson } from "../queries/people.server";
import { importRegistrations } from "../queries/registrations-import.server";
import { addSprint, listSprints, openRegistration, type Sprint, type SprintText } from "../queries/sprints.server";
import { addThemes } from "../queries/theme-writing.server";
import { exampleCast } from "./cast";

const slug = "vienna";

const sprintText: Omit<SprintText, "startsOn" | "endsOn"> = {
  name: "Wikimedia Hackathon Vienna",
  summary: "Three days for everybody who makes the wikis work, and for everybody who would like to begin.",
  dayStarts: "09:00",
  dayEnds: "18:00",
  timeZone: "Europe/Vienna",
  place: "JUFA Wien City, Vienna",
  online: false,
  capacity: 100,
  bring: "A laptop, and a wiki account.",
  giving: "Coming is free.",
  codeOfConduct: "https://www.mediawiki.org/wiki/Code_of_Conduct",
};

/** A sprint of Vienna's size as it stands in the database. `isNew`: made just now. */
export type Vienna = {
  isNew: boolean;
  community: { slug: string; name: string };
  sprint: Sprint;
  pairing: StoredPairing;
};

/**
 * Makes the community “Wikimedia Hackathon” with a sprint as large as Vienna was in 2017: 56 newcomers and 30 mentors,
 * registration open, nobody paired yet. One transaction. If there is a community at its address, nothing is added; null
 * when that community is somebody else's and has no sprint.
 */
export async function seedVienna(db: Database): Promise<Vienna | null> {
  if (await findCommunity(db, slug, null)) return findVienna(db, false);
  const table = await readFile(join(findProjectRoot(), "db", "seed", "vienna-registrations.csv"), "utf8");
  await change(db, { personId: null, requestId: null }, "load vienna", (tx) => makeVienna(tx, table));
  return findVienna(db, true);
}

async function findVienna(db: Queryable, isNew: boolean): Promise<Vienna | null> {
  const community = await findCommunity(db, slug, null);
  const [sprint] = community ? await listSprints(db, community.id) : [];
  return community && sprint
    ? { isNew, community, sprint, pairing: await findPairing(db, community.id, sprint) }
    : null;
}

async function makeVienna(tx: Transaction, table: string): Promise<void> {
  const { rows, faults } = readRegistrationsCsv(table);
  if (faults.length > 0) throw new Error(`Vienna's table has a fault on line ${faults[0]?.line}`);
  const organizer = await findOrAddPerson(tx, exampleCast.organizer);
  const { id } = await addCommunity(
    tx,
    { slug, name: "Wikimedia Hackathon", summary: "A sprint of the size that Vienna had in 2017." },
    organizer.id,
  );
  const titles = [...new Set(rows.flatMap(({ themes }) => themes))].sort();
  await addThemes(
    tx,
    id,
    titles.map((title) => ({ title, why: "", state: "active" })),
  );
  const made = await addSprint(tx, id, { ...sprintText, ...(await nextWeekend(tx)) });
  await openRegistration(tx, id, made.id);
  const [sprint] = await listSprints(tx, id);
  if (!sprint) throw new Error("Vienna's sprint is not there");
  const { plan, refused } = await importRegistrations(tx, id, sprint, rows);
  const fault = plan.faults[0] ?? refused[0];
  if (fault) throw new Error(`Vienna's table could not come in: line ${fault.line}, ${fault.because}`);
}

/** From Friday to Sunday, as in 2017, and at least two weeks from now: weekly hours depend on the day of the week. */
async function nextWeekend(tx: Transaction): Promise<{ startsOn: string; endsOn: string }> {
  const now = (await findCommunity(tx, slug, null))?.now;
  if (!now) throw new Error("Vienna's community is not there");
  const soonest = Temporal.PlainDate.from(dayAt(now, sprintText.timeZone)).add({ days: 14 });
  const friday = soonest.add({ days: (5 - soonest.dayOfWeek + 7) % 7 });
  return { startsOn: friday.toString(), endsOn: friday.add({ days: 2 }).toString() };
}
