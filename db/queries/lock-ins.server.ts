import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "../client.server";
import { blocks } from "../schema/blocks";
import { holdOpenPair } from "./check-ins.server";

/** A lock-in: what a pair does to the end, when (instants), where, and how they know it is done. All of it is public. */
export type LockInText = { title: string; startsAt: Date; endsAt: Date; place: string; doneWhen: string };

const whole = {
  id: blocks.id,
  title: blocks.title,
  startsAt: blocks.startsAt,
  endsAt: blocks.endsAt,
  place: blocks.place,
  doneWhen: blocks.doneWhen,
};

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

const ofPair = (pair: { communityId: number; id: number }) =>
  and(eq(blocks.communityId, pair.communityId), eq(blocks.pairId, pair.id));

/** A pair's lock-in of this number with its revision, called off or not, or null. */
export async function findLockIn(db: Queryable, pair: { communityId: number; id: number }, id: number) {
  const [found] = await db
    .select({ ...whole, cancelledAt: blocks.cancelledAt, rev: blocks.rev })
    .from(blocks)
    .where(and(ofPair(pair), eq(blocks.id, id)));
  return found ?? null;
}

export type LockIn = NonNullable<Awaited<ReturnType<typeof findLockIn>>>;

/** Rewrites a lock-in that still is at `rev` and has not been called off; false when somebody was faster. */
export async function editLockIn(
  tx: Transaction,
  key: { communityId: number; id: number; rev: number },
  text: LockInText,
): Promise<boolean> {
  const changed = await tx
    .update(blocks)
    .set({ ...text, rev: sql`${blocks.rev} + 1` })
    .where(and(standing(key), eq(blocks.rev, key.rev)))
    .returning({ id: blocks.id });
  return changed.length === 1;
}

/** Calls a lock-in off: it is on no page any more. False when it had been called off already. */
export async function callOffLockIn(tx: Transaction, key: { communityId: number; id: number }): Promise<boolean> {
  const off = await tx
    .update(blocks)
    .set({ cancelledAt: sql`app_now()`, rev: sql`${blocks.rev} + 1` })
    .where(standing(key))
    .returning({ id: blocks.id });
  return off.length === 1;
}

const standing = (key: { communityId: number; id: number }) =>
  and(eq(blocks.communityId, key.communityId), eq(blocks.id, key.id), isNull(blocks.cancelledAt));

/** A pair's lock-ins in order, without what was called off. At most 100. */
export const listLockIns = (db: Queryable, communityId: number, pairId: number) =>
  db
    .select(whole)
    .from(blocks)
    .where(and(ofPair({ communityId, id: pairId }), isNull(blocks.cancelledAt)))
    .orderBy(asc(blocks.startsAt), asc(blocks.id))
    .limit(100);
