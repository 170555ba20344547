import { inArray, sql } from "drizzle-orm";
import type { Database, Transaction } from "../client.server";
import { letters } from "../schema/letters";

/** A letter to one person, as it is stored until it is handed over. */
export type LetterText = { personId: number; subject: string; body: string };

/** Stores letters with the change they tell of, and answers their numbers, in the same order. */
export async function addLetters(tx: Transaction, written: readonly LetterText[]): Promise<number[]> {
  const ids: number[] = [];
  // A statement takes 65,535 values.
  for (let from = 0; from < written.length; from += 2_000) {
    const stored = await tx
      .insert(letters)
      .values(written.slice(from, from + 2_000))
      .returning({ id: letters.id });
    ids.push(...stored.map(({ id }) => id));
  }
  return ids;
}

/**
 * Takes these letters out, to send them: those that are still there are the taker's alone. Whoever takes one and dies has lost
 * it, rather than that it is sent twice.
 */
export async function takeLetters(db: Database, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set();
  const taken = await db
    .delete(letters)
    .where(inArray(letters.id, [...ids]))
    .returning({ id: letters.id });
  return new Set(taken.map(({ id }) => id));
}

/** A letter that was left behind, with the address its person has now. */
export type LeftLetter = { id: number; to: string; subject: string; text: string };

/** Takes out at most `most` letters that nobody has handed over for two minutes, the oldest first. No two takers get the same. */
export const takeLeftLetters = async (db: Database, most: number): Promise<LeftLetter[]> => [
  ...(await db.execute<LeftLetter>(sql`
    with left_behind as (
      select id from letters where written_at <= app_now() - interval '2 minutes' order by id limit ${most}
      for update skip locked
    ), taken as (
      delete from letters l using left_behind b where l.id = b.id returning l.id, l.person_id, l.subject, l.body
    )
    select t.id::int as id, p.email as to, t.subject, t.body as text from taken t join people p on p.id = t.person_id
    order by t.id`)),
];
