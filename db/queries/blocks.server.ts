import { and, asc, eq, isNull } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { blocks } from "../schema/blocks";

/** A sprint's schedule in order, without what was called off: what stands on its public page, so nobody's name is in it. At most 100. */
export const listBlocks = (db: Queryable, communityId: number, sprintId: number) =>
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
    .where(and(eq(blocks.communityId, communityId), eq(blocks.sprintId, sprintId), isNull(blocks.cancelledAt)))
    .orderBy(asc(blocks.startsAt), asc(blocks.id))
    .limit(100);

export type Block = Awaited<ReturnType<typeof listBlocks>>[number];
