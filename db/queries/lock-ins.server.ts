import { and, asc, eq, isNull } from "drizzle-orm";
import type { Queryable, Transaction } from "../client.server";
import { blocks } from "../schema/blocks";
import { holdOpenPair } from "./check-ins.server";

/** A lock-in: what a pair does to the end, when (instants), where, and how they know it is done. All of it is public. */
export type LockInText = { title: string; startsAt: Date; endsAt: Date; place: string; doneWhen: string };

/** Books a lock-in of a pair at its sprint; false when the pair has ended. */
export async function addLockIn(
  tx: Transaction,
  by: { communityId: number; sprintId: number; pairId: number; madeBy: number },
  text: LockInText,
): Promise<boolean> {
  if (!(await holdOpenPair(tx, by.communityId, by.pairId))) return false;
  await tx.insert(blocks).values({ ...by, ...text });
  return true;
}

/** A pair's lock-ins in order, without what was called off. At most 100. */
export const listLockIns = (db: Queryable, communityId: number, pairId: number) =>
  db
    .select({
      id: blocks.id,
      title: blocks.title,
      startsAt: blocks.startsAt,
      endsAt: blocks.endsAt,
      place: blocks.place,
      doneWhen: blocks.doneWhen,
    })
    .from(blocks)
    .where(and(eq(blocks.communityId, communityId), eq(blocks.pairId, pairId), isNull(blocks.cancelledAt)))
    .orderBy(asc(blocks.startsAt), asc(blocks.id))
    .limit(100);
