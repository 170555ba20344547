import { and, desc, eq, isNull } from "drizzle-orm";
import type { CheckInMood } from "../../app/domain/sprint/words";
import type { Queryable, Transaction } from "../client.server";
import { checkIns } from "../schema/check-ins";
import { pairs } from "../schema/pairs";
import { people } from "../schema/people";

/** A ten-second note by one of a pair: `blocks` is one line, `nextAt` when they meet next. */
export type CheckInText = { mood: CheckInMood; blocks: string; nextAt: Date | null };

/** Keeps a check-in; false when the pair has ended. The pair's row is held, so that it does not end meanwhile. */
export async function addCheckIn(
  tx: Transaction,
  by: { communityId: number; pairId: number; authorId: number },
  text: CheckInText,
): Promise<boolean> {
  if (!(await holdOpenPair(tx, by.communityId, by.pairId))) return false;
  await tx.insert(checkIns).values({ ...by, ...text });
  return true;
}

/** Locks a pair against being ended until commit; false when it has ended or never was. */
export async function holdOpenPair(tx: Transaction, communityId: number, id: number): Promise<boolean> {
  const [open] = await tx
    .select({ id: pairs.id })
    .from(pairs)
    .where(and(eq(pairs.communityId, communityId), eq(pairs.id, id), isNull(pairs.endedAt)))
    .for("share");
  return open !== undefined;
}

/** What both sides of a pair wrote, the newest first; at most 100. For the two and the organizers. */
export const listCheckIns = (db: Queryable, communityId: number, pairId: number) =>
  db
    .select({
      id: checkIns.id,
      mood: checkIns.mood,
      blocks: checkIns.blocks,
      nextAt: checkIns.nextAt,
      authorId: checkIns.authorId,
      author: people.name,
      at: checkIns.createdAt,
    })
    .from(checkIns)
    .innerJoin(people, eq(people.id, checkIns.authorId))
    .where(and(eq(checkIns.communityId, communityId), eq(checkIns.pairId, pairId)))
    .orderBy(desc(checkIns.id))
    .limit(100);
