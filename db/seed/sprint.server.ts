import { Temporal } from "temporal-polyfill";
import { readWeeklyHours } from "../../app/domain/people/weekly-hours";
import { dayAt, sprintDays } from "../../app/domain/sprint/days";
import { hoursOn } from "../../app/domain/sprint/hours";
import type { Transaction } from "../client.server";
import { nameTheDeed } from "../queries/change.server";
import { addLockIn } from "../queries/lock-ins.server";
import { setPairRule } from "../queries/pair-rules.server";
import { listPairs, type Pair } from "../queries/pairs.server";
import {
  addPastCheckIn,
  datePublicationBack,
  dateRegistrationBack,
  endPastPair,
  openPastRegistration,
} from "../queries/past-sprints.server";
import { runPlan } from "../queries/planning.server";
import { findDraft } from "../queries/plans.server";
import { publishDraft } from "../queries/publishing.server";
import { register } from "../queries/registering.server";
import { addSprint, holdSprint, type Sprint } from "../queries/sprints.server";
import { type CrewName, crew } from "./crew";
import { earlyRegistrants, lateRegistrants, type RegistrantTold } from "./sprint-people";
import {
  type CheckInTold,
  checkInsTold,
  endingTold,
  fixedTold,
  lateCheckInsTold,
  lockInTold,
  sprintHoursAgo,
  sprintTold,
} from "./sprint-story";

/** What the sprint's story stands in: the community, its organizer, everybody by name, and the themes by title. */
type Stage = {
  communityId: number;
  organizerId: number;
  people: Record<CrewName, number>;
  themes: (title: string) => number;
};

type Told = Stage & { sprint: Sprint; registrations: Map<CrewName, number> };

/**
 * Tells the example's sprint: it began yesterday and ends tomorrow, on the calendar of its own zone. Two rounds of pairs come
 * from the engine and are published, with a pair ended between them.
 */
export async function tellSprint(tx: Transaction, stage: Stage, now: Date): Promise<void> {
  const { communityId, people } = stage;
  const today = Temporal.PlainDate.from(dayAt(now, sprintTold.timeZone));
  const [startsOn, endsOn] = [today.subtract({ days: 1 }).toString(), today.add({ days: 1 }).toString()];
  const { id } = await addSprint(tx, communityId, { ...sprintTold, startsOn, endsOn });
  await openPastRegistration(tx, { communityId, sprintId: id, hoursAgo: sprintHoursAgo.opened });
  const sprint = await holdSprint(tx, communityId, id);
  if (!sprint) throw new Error("the example's sprint is not there");
  const told: Told = { ...stage, sprint, registrations: new Map() };

  await registerAll(tx, told, earlyRegistrants);
  for (const { newcomer, mentor } of fixedTold) {
    const key = {
      communityId,
      sprintId: id,
      newcomerId: registered(told, newcomer),
      mentorId: registered(told, mentor),
    };
    await setPairRule(tx, key, "fixed", stage.organizerId);
  }
  await pairEverybody(tx, told, sprintHoursAgo.firstPairs);
  await tellCheckIns(tx, told, checkInsTold);

  const { newcomer, mentor, by, ...ending } = endingTold;
  const ended = pairOf(await listPairs(tx, communityId, id), told, { newcomer, mentor });
  await endPastPair(tx, { communityId, id: ended }, { ...ending, endedBy: people[by] });
  await registerAll(tx, told, lateRegistrants);
  await pairEverybody(tx, told, sprintHoursAgo.secondPairs);
  await tellCheckIns(tx, told, lateCheckInsTold);

  const { from, until, title, place, doneWhen } = lockInTold;
  const times = hoursOn({ dayStarts: from, dayEnds: until, timeZone: sprint.timeZone }, today.toString());
  const pairId = pairOf(await listPairs(tx, communityId, id), told, lockInTold);
  await addLockIn(
    tx,
    { communityId, sprintId: id, pairId, madeBy: people[lockInTold[lockInTold.by]] },
    { title, place, doneWhen, startsAt: times.startsAt, endsAt: times.endsAt },
  );
}

async function registerAll(tx: Transaction, told: Told, registrants: readonly RegistrantTold[]): Promise<void> {
  const { communityId, sprint, people, themes } = told;
  for (const { who, hours, seats, mentorHours, registeredHoursAgo, themes: wished, ...said } of registrants) {
    const weekly = readWeeklyHours(hours);
    if (!weekly.ok) throw new Error(weekly.because);
    const outcome = await register(tx, communityId, sprint, people[who], {
      ...said,
      days: sprintDays(sprint),
      timeZone: said.attendance === "on_site" ? sprint.timeZone : crew[who].timeZone,
      weeklyHours: weekly.hours,
      themes: wished.map(themes),
      seats: seats ?? null,
      mentorHours: mentorHours ?? null,
    });
    if (!outcome.ok) throw new Error(outcome.verdict.because);
    await dateRegistrationBack(tx, { communityId, id: outcome.id, hoursAgo: registeredHoursAgo });
    told.registrations.set(who, outcome.id);
  }
}

function registered({ registrations }: Told, who: CrewName): number {
  const id = registrations.get(who);
  if (id === undefined) throw new Error(`${who} has not registered for the example's sprint`);
  return id;
}

/** Runs the engine for whoever has no mentor, as the organizer does with one button, and publishes what it proposes. */
async function pairEverybody(tx: Transaction, told: Told, hoursAgo: number): Promise<void> {
  const at = { communityId: told.communityId, sprintId: told.sprint.id };
  const doer = { personId: told.organizerId, requestId: null };
  const ran = await runPlan(tx, doer, { ...at, personId: told.organizerId }, null);
  const draft = ran.is === "done" ? await findDraft(tx, at.communityId, at.sprintId) : null;
  const published = draft && (await publishDraft(tx, doer, at, draft.rev));
  if (published?.is !== "done") throw new Error("the example's pairs could not be published");
  // What follows is told again, and not the organizer's deed.
  await nameTheDeed(tx, { personId: null, requestId: null }, "load example");
  await datePublicationBack(tx, { ...at, pairIds: published.pairs.map(({ id }) => id), hoursAgo });
}

async function tellCheckIns(tx: Transaction, told: Told, checkIns: readonly CheckInTold[]): Promise<void> {
  const pairs = await listPairs(tx, told.communityId, told.sprint.id);
  for (const { newcomer, mentor, by, nextInHours, ...said } of checkIns) {
    const pairId = pairOf(pairs, told, { newcomer, mentor });
    const authorId = told.people[by === "mentor" ? mentor : newcomer];
    await addPastCheckIn(tx, {
      ...said,
      communityId: told.communityId,
      pairId,
      authorId,
      nextInHours: nextInHours ?? null,
    });
  }
}

/** The pair that the story names; what the engine has not made, nobody can have written about. */
function pairOf(
  pairs: readonly Pair[],
  { people }: Told,
  { newcomer, mentor }: { newcomer: CrewName; mentor: CrewName },
): number {
  const found = pairs.find(
    (pair) => pair.newcomer.personId === people[newcomer] && pair.mentor.personId === people[mentor],
  );
  if (!found) throw new Error(`the engine has not made ${newcomer} and ${mentor} a pair`);
  return found.id;
}
