import type { Database } from "../../db/client.server";
import { change } from "../../db/queries/change.server";
import { addPair } from "../../db/queries/pairs.server";
import type { Person } from "../../db/queries/people.server";
import { type RegistrationText, register } from "../../db/queries/registering.server";
import { findSprint } from "../../db/queries/sprints.server";
import { type Cast, enter, type Stage, stage } from "./cast";

const said: RegistrationText = {
  role: "newcomer",
  days: [],
  attendance: "online",
  timeZone: "UTC",
  weeklyHours: [],
  languages: ["en"],
  skills: [],
  wants: [],
  themes: [],
  firstTime: false,
  seats: null,
  mentorHours: null,
};

/** Registers people at the sprint of a community, and says under which number each is. */
export async function comeTo(
  db: Database,
  community: Stage,
  people: readonly { person: Pick<Person, "id">; mentor?: boolean; more?: Partial<RegistrationText> }[],
): Promise<{ sprintId: number; ids: number[] }> {
  const sprint = await findSprint(db, community.id, community.sprint);
  if (!sprint) throw new Error("there is no sprint to come to");
  const days = [sprint.startsOn];
  const ids = await change(db, stage, "register", async (tx) => {
    const made: number[] = [];
    for (const { person, mentor = false, more = {} } of people) {
      const part = mentor ? { role: "mentor" as const, seats: 3, mentorHours: 8 } : {};
      const text = { ...said, days, timeZone: "UTC", ...part, ...more };
      const outcome = await register(tx, community.id, sprint, person.id, text);
      if (!outcome.ok) throw new Error(outcome.verdict.because);
      made.push(outcome.id);
    }
    return made;
  });
  return { sprintId: sprint.id, ids };
}

/** Makes a pair of two people at the sprint of a community, and says its number. */
export async function makePair(
  db: Database,
  community: Stage,
  newcomer: Pick<Person, "id">,
  mentor: Pick<Person, "id">,
  more: { newcomer?: Partial<RegistrationText>; mentor?: Partial<RegistrationText> } = {},
): Promise<number> {
  const { sprintId, ids } = await comeTo(db, community, [
    { person: newcomer, more: more.newcomer },
    { person: mentor, mentor: true, more: more.mentor },
  ]);
  const [newcomerId = 0, mentorId = 0] = ids;
  const made = await change(db, stage, "publish pairs", (tx) =>
    addPair(tx, { communityId: community.id, sprintId, newcomerId, mentorId, reasons: ["You both speak English."] }, 3),
  );
  if (typeof made === "string") throw new Error(`no pair: ${made}`);
  return made.id;
}

/** A cast with a pair in each community, of a newcomer nobody else is and Priya. */
export type PairedCast = Cast & Record<"django" | "wagtail", { pair: number }>;

/** Makes a pair in each community of a cast. */
export async function withPairs(db: Database, cast: Cast): Promise<PairedCast> {
  const uma = await change(db, stage, "set the stage", (tx) => enter(tx, "Uma Okafor"));
  return {
    ...cast,
    django: { ...cast.django, pair: await makePair(db, cast.django, uma, cast.priya) },
    wagtail: { ...cast.wagtail, pair: await makePair(db, cast.wagtail, uma, cast.priya) },
  };
}
