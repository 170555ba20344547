import type { Database, Transaction } from "../../db/client.server";
import { change } from "../../db/queries/change.server";
import { findPairing } from "../../db/queries/pairing.server";
import { findOrAddPerson, type Person } from "../../db/queries/people.server";
import { type RegistrationText, register } from "../../db/queries/registering.server";
import { findSprint, type Sprint } from "../../db/queries/sprints.server";
import { memberships } from "../../db/schema/memberships";
import { people } from "../../db/schema/people";
import { registrations } from "../../db/schema/registrations";
import { type Cast, makeCast, type Stage, stage } from "./cast";
import { makeOrganizer } from "./organizers";

/** Somebody with time all week who speaks English and comes on the sprint's first days, online. */
const atEase: Omit<RegistrationText, "days"> = {
  role: "newcomer",
  attendance: "online",
  timeZone: "UTC",
  weeklyHours: [[0, 7 * 24 * 60]],
  languages: ["en"],
  skills: [],
  wants: [],
  themes: [],
  firstTime: false,
  seats: null,
  mentorHours: null,
};

export type Comer = Person & { registrationId: number };

/** A community with a sprint of its own. */
type Host = Pick<Stage, "id" | "sprint">;

/** The sprint of a community on the stage. */
export async function sprintOf(db: Database, community: Host): Promise<Sprint> {
  const sprint = await findSprint(db, community.id, community.sprint);
  if (!sprint) throw new Error("there is no sprint on this stage");
  return sprint;
}

/** What planning is told on: the cast with Zoë as a second organizer, Django's sprint, and where its plan is. */
export async function makePlanning(db: Database): Promise<{ cast: Cast; sprint: Sprint; plan: string }> {
  const cast = await makeCast(db);
  await makeOrganizer(db, cast.django, cast.zoe);
  const sprint = await sprintOf(db, cast.django);
  return { cast, sprint, plan: `/django/sprints/${sprint.slug}/plan` };
}

type Coming = Partial<RegistrationText>;

/** Registers somebody at the sprint of a community, under a name nobody else has. `seats`: as a mentor. */
export async function comes(db: Database, community: Host, name: string, said: Coming = {}): Promise<Comer> {
  const sprint = await sprintOf(db, community);
  return change(db, stage, "register", (tx) => enrol(tx, community, sprint, name, said));
}

/** So many newcomers, "Newcomer 1" first; all of them in three statements, because a crowd is large. */
export async function newcomersCome(db: Database, community: Host, count: number): Promise<Comer[]> {
  const sprint = await sprintOf(db, community);
  const names = Array.from({ length: count }, (_, index) => `Newcomer ${index + 1}`);
  const { seats, mentorHours, wants, themes, ...said } = { ...atEase, wantsToLearn: [] };
  return change(db, stage, "register", async (tx) => {
    const crowd = await tx
      .insert(people)
      .values(
        names.map((name) => ({ name, email: `${name.toLowerCase().replace(" ", ".")}@example.org`, timeZone: "UTC" })),
      )
      .returning({ id: people.id, name: people.name, email: people.email, timeZone: people.timeZone });
    await tx.insert(memberships).values(crowd.map(({ id }) => ({ communityId: community.id, personId: id })));
    const at = { communityId: community.id, sprintId: sprint.id, days: [sprint.startsOn] };
    const made = await tx
      .insert(registrations)
      .values(crowd.map(({ id }) => ({ ...said, ...at, personId: id })))
      .returning({ id: registrations.id });
    return crowd.map((person, index) => ({ ...person, registrationId: made[index]?.id ?? 0 }));
  });
}

async function enrol(
  tx: Transaction,
  community: Host,
  sprint: Sprint,
  name: string,
  { seats, ...more }: Coming = {},
): Promise<Comer> {
  const email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, ".")}@example.org`;
  const person = await findOrAddPerson(tx, { name, email });
  const part = seats ? { role: "mentor" as const, seats, mentorHours: 8 } : {};
  const text = { ...atEase, days: [sprint.startsOn], ...part, ...more };
  const outcome = await register(tx, community.id, sprint, person.id, text);
  if (!outcome.ok) throw new Error(outcome.verdict.because);
  return { ...person, registrationId: outcome.id };
}

/** Who sits with whom at a sprint, in its draft and in published pairs: "Kofi with Priya", "Zoë waits". */
export async function seating(db: Database, community: Stage): Promise<{ draft: string[]; pairs: string[] }> {
  const { draft, pairs } = await findPairing(db, community.id, await sprintOf(db, community));
  const sit = ({ newcomer, mentor }: { newcomer: string; mentor: string }) => `${newcomer} with ${mentor}`;
  return {
    draft: [
      ...(draft?.pairs.map(sit) ?? []),
      ...(draft?.waits.map(({ newcomer }) => `${newcomer} waits`) ?? []),
    ].sort(),
    pairs: pairs.map(sit).sort(),
  };
}
