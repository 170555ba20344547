import { and, asc, eq, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { PairRule } from "../../app/domain/sprint/words";
import type { Queryable, Transaction } from "../client.server";
import { people } from "../schema/people";
import { pairRules } from "../schema/plans";
import { registrations } from "../schema/registrations";

/** What organizers have said of two registrations of a sprint; it holds for every run. */
export type RuleOfPair = { newcomerId: number; newcomer: string; mentorId: number; mentor: string; rule: PairRule };

type RuleKey = { communityId: number; sprintId: number; newcomerId: number; mentorId: number };

const newcomers = alias(registrations, "newcomers");
const mentors = alias(registrations, "mentors");
const newcomerPeople = alias(people, "newcomer_people");
const mentorPeople = alias(people, "mentor_people");

/** The rules of a sprint, the fixed pairs first, by the newcomer's name. */
export const listPairRules = (db: Queryable, communityId: number, sprintId: number): Promise<RuleOfPair[]> =>
  db
    .select({
      newcomerId: pairRules.newcomerId,
      newcomer: newcomerPeople.name,
      mentorId: pairRules.mentorId,
      mentor: mentorPeople.name,
      rule: pairRules.rule,
    })
    .from(pairRules)
    .innerJoin(newcomers, and(eq(newcomers.communityId, pairRules.communityId), eq(newcomers.id, pairRules.newcomerId)))
    .innerJoin(newcomerPeople, eq(newcomerPeople.id, newcomers.personId))
    .innerJoin(mentors, and(eq(mentors.communityId, pairRules.communityId), eq(mentors.id, pairRules.mentorId)))
    .innerJoin(mentorPeople, eq(mentorPeople.id, mentors.personId))
    .where(and(eq(pairRules.communityId, communityId), eq(pairRules.sprintId, sprintId)))
    .orderBy(asc(pairRules.rule), asc(newcomerPeople.name), asc(pairRules.newcomerId), asc(pairRules.mentorId));

/** Says something of two people, in place of what was said before. A newcomer is fixed with one mentor: an older fixing goes. */
export async function setPairRule(tx: Transaction, key: RuleKey, rule: PairRule, madeBy: number): Promise<void> {
  if (rule === "fixed") await freeNewcomer(tx, key);
  await tx
    .insert(pairRules)
    .values({ ...key, rule, madeBy })
    .onConflictDoUpdate({
      target: [pairRules.communityId, pairRules.newcomerId, pairRules.mentorId],
      set: { rule, madeBy },
    });
}

/** Takes back what was said of two people; false when nothing was. */
export async function dropPairRule(tx: Transaction, key: RuleKey): Promise<boolean> {
  const dropped = await tx
    .delete(pairRules)
    .where(
      and(
        eq(pairRules.communityId, key.communityId),
        eq(pairRules.sprintId, key.sprintId),
        eq(pairRules.newcomerId, key.newcomerId),
        eq(pairRules.mentorId, key.mentorId),
      ),
    )
    .returning({ rule: pairRules.rule });
  return dropped.length === 1;
}

/** Takes back that a newcomer is fixed with anybody but this mentor (null: with anybody at all). */
export async function freeNewcomer(
  tx: Transaction,
  { communityId, sprintId, newcomerId, mentorId }: Omit<RuleKey, "mentorId"> & { mentorId: number | null },
): Promise<void> {
  await tx
    .delete(pairRules)
    .where(
      and(
        eq(pairRules.communityId, communityId),
        eq(pairRules.sprintId, sprintId),
        eq(pairRules.newcomerId, newcomerId),
        eq(pairRules.rule, "fixed"),
        mentorId === null ? undefined : ne(pairRules.mentorId, mentorId),
      ),
    );
}
