import type { Database } from "../../db/client.server";
import { change } from "../../db/queries/change.server";
import { addLockIn, listLockIns } from "../../db/queries/lock-ins.server";
import { addPair } from "../../db/queries/pairs.server";
import type { Person } from "../../db/queries/people.server";
import { type RegistrationText, register } from "../../db/queries/registering.server";
import { findRegistration } from "../../db/queries/registrations.server";
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

/** What a pair of a cast has: its number, those of its newcomer's registration and of a lock-in to come. */
type PairedStage = { pair: number; registration: number; lockIn: number };

/** A cast with a pair in each community, of a newcomer nobody else is and Priya. */
export type PairedCast = Cast & Record<"django" | "wagtail", PairedStage>;

/** Makes a pair in each community of a cast. */
export async function withPairs(db: Database, cast: Cast): Promise<PairedCast> {
  const uma = await change(db, stage, "set the stage", (tx) => enter(tx, "Uma Okafor"));
  const paired = async (community: Stage): Promise<PairedStage> => {
    const pair = await makePair(db, community, uma, cast.priya);
    const sprint = await findSprint(db, community.id, community.sprint);
    const sprintId = sprint?.id ?? 0;
    const registration = (await findRegistration(db, community.id, sprintId, uma.id))?.id ?? 0;
    await change(db, stage, "book lock-in", (tx) =>
      addLockIn(tx, { communityId: community.id, sprintId, pairId: pair, madeBy: uma.id }, lockInToCome),
    );
    const [lockIn] = await listLockIns(db, community.id, pair);
    return { pair, registration, lockIn: lockIn?.id ?? 0 };
  };
  return {
    ...cast,
    django: { ...cast.django, ...(await paired(cast.django)) },
    wagtail: { ...cast.wagtail, ...(await paired(cast.wagtail)) },
  };
}

const lockInToCome = {
  title: "Hashers",
  startsAt: new Date("2026-05-20T07:00:00Z"),
  endsAt: new Date("2026-05-20T09:00:00Z"),
  place: "Table 3",
  doneWhen: "The page names them.",
};
