import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { freeSeats } from "../../app/domain/plans/seats";
import type { Queryable, Transaction } from "../client.server";
import { pairs } from "../schema/pairs";
import { people } from "../schema/people";
import { registrations } from "../schema/registrations";
import { tasks } from "../schema/tasks";
import { type Around, isAround } from "./around.server";

/** Two registrations of one sprint, and why these two: sentences that both may read. */
export type PairText = {
  communityId: number;
  sprintId: number;
  newcomerId: number;
  mentorId: number;
  reasons: string[];
};

/** Somebody in a pair. `id` is their registration. */
export type InPair = { id: number; personId: number; name: string };

/** A pair that has not ended. `activeAt`: since when it is known to both; `starter`: what they were given to begin with. */
export type Pair = {
  id: number;
  newcomer: InPair;
  mentor: InPair;
  seat: number;
  activeAt: Date | null;
  reasons: string[];
  starter: { number: number; title: string } | null;
};

/** Why there is no pair: the newcomer has one, or every seat of the mentor is taken. */
export type PairRefused = "paired" | "full";

/**
 * Makes a pair and activates it, on the lowest free of a mentor's `seats`. Two unique indexes decide, one pair a newcomer
 * and one newcomer a seat: however many ask at once, as many pairs come about as there are seats.
 */
export async function addPair(
  tx: Transaction,
  pair: PairText,
  seats: number,
): Promise<{ id: number; seat: number } | PairRefused> {
  const open = await tx
    .select({ seat: pairs.seat })
    .from(pairs)
    .where(and(ofSprint(pair.communityId, pair.sprintId), eq(pairs.mentorId, pair.mentorId)));
  const taken = open.map(({ seat }) => seat);
  for (const seat of freeSeats(seats, taken)) {
    const [made] = await tx
      .insert(pairs)
      .values({ ...pair, seat, activeAt: sql`app_now()` })
      .onConflictDoNothing()
      .returning({ id: pairs.id });
    if (made) return { id: made.id, seat };
    if (await hasPair(tx, pair)) return "paired";
  }
  return (await hasPair(tx, pair)) ? "paired" : "full";
}

const ofSprint = (communityId: number, sprintId: number) =>
  and(eq(pairs.communityId, communityId), eq(pairs.sprintId, sprintId), isNull(pairs.endedAt));

async function hasPair(tx: Transaction, { communityId, sprintId, newcomerId }: PairText): Promise<boolean> {
  const [open] = await tx
    .select({ id: pairs.id })
    .from(pairs)
    .where(and(ofSprint(communityId, sprintId), eq(pairs.newcomerId, newcomerId)));
  return open !== undefined;
}

const newcomers = alias(registrations, "newcomers");
const mentors = alias(registrations, "mentors");
const newcomerPeople = alias(people, "newcomer_people");
const mentorPeople = alias(people, "mentor_people");

/** The pairs of a sprint that have not ended, by pair; with `around` only those of these people. */
export const listPairs = (db: Queryable, communityId: number, sprintId: number, around?: Around): Promise<Pair[]> =>
  db
    .select({
      id: pairs.id,
      newcomer: { id: newcomers.id, personId: newcomerPeople.id, name: newcomerPeople.name },
      mentor: { id: mentors.id, personId: mentorPeople.id, name: mentorPeople.name },
      seat: pairs.seat,
      activeAt: pairs.activeAt,
      reasons: pairs.reasons,
      starter: { number: tasks.number, title: tasks.title },
    })
    .from(pairs)
    .innerJoin(newcomers, and(eq(newcomers.communityId, pairs.communityId), eq(newcomers.id, pairs.newcomerId)))
    .innerJoin(newcomerPeople, eq(newcomerPeople.id, newcomers.personId))
    .innerJoin(mentors, and(eq(mentors.communityId, pairs.communityId), eq(mentors.id, pairs.mentorId)))
    .innerJoin(mentorPeople, eq(mentorPeople.id, mentors.personId))
    .leftJoin(tasks, and(eq(tasks.communityId, pairs.communityId), eq(tasks.id, pairs.starterTaskId)))
    .where(and(ofSprint(communityId, sprintId), isAround(pairs, around)))
    .orderBy(asc(pairs.id));
