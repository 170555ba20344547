import { eq, inArray, or, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Some newcomers, and a mentor (null: none), by their registrations: whatever touches one of them is around. */
export type Around = { newcomerIds: readonly number[]; mentorId: number | null };

/** What is around, of rows about a newcomer and a mentor; nothing to hold back when `around` is left out. */
export const isAround = (
  row: { newcomerId: AnyPgColumn; mentorId: AnyPgColumn },
  around: Around | undefined,
): SQL | undefined =>
  around &&
  or(
    inArray(row.newcomerId, [...around.newcomerIds]),
    around.mentorId === null ? undefined : eq(row.mentorId, around.mentorId),
  );
