import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { PairRule } from "../../app/domain/sprint/words";
import type { Queryable, Transaction } from "../client.server";
import { pairRules } from "../schema/plans";
import { type Around, isAround } from "./around.server";

/** What organizers have said of two registrations of a sprint; it holds for every run. */
export type RuleOfPair = { newcomerId: number; newcomer: string; mentorId: number; mentor: string; rule: PairRule };

type RuleKey = { communityId: number; sprintId: number; newcomerId: number; mentorId: number };

/** Who stands behind a registration. Looked up rule by rule, so that it costs as much as there are rules, whoever else registered. */
const nameOf = (
  registration: AnyPgColumn,
) => sql<string>`(select p.name from registrations r join people p on p.id = r.person_id
  where r.community_id = ${pairRules.communityId} and r.id = ${registration})`;

/** The rules of a sprint, the fixed pairs first, by the newcomer's name; with `around` only those about these people. */
export const listPairRules = (
  db: Queryable,
  communityId: number,
  sprintId: number,
  around?: Around,
): Promise<RuleOfPair[]> =>
  db
    .select({
      newcomerId: pairRules.newcomerId,
      newcomer: nameOf(pairRules.newcomerId).as("newcomer"),
      mentorId: pairRules.mentorId,
      mentor: nameOf(pairRules.mentorId),
      rule: pairRules.rule,
    })
    .from(pairRules)
    .where(and(eq(pairRules.communityId, communityId), eq(pairRules.sprintId, sprintId), isAround(pairRules, around)))
    .orderBy(asc(pairRules.rule), sql`newcomer`, asc(pairRules.newcomerId), asc(pairRules.mentorId));

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
