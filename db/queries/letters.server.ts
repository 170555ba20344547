import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Letter } from "../../app/domain/letters";
import { limits } from "../../app/domain/limits";
import type { Database, Queryable, Transaction } from "../client.server";
import { letters } from "../schema/letters";
import { people } from "../schema/people";

/*
 * Letters between the change they tell of and the mail server. Whoever sends one takes it in hand before, and settles what became
 * of it after: so no letter is in two hands, and one whose sender died meanwhile is known to be.
 */

/** A letter to one person, as it is stored until it is sent. */
type LetterText = { communityId: number; personId: number; subject: string; body: string };

/** Stores letters of a community with the change they tell of, and answers their numbers, in the same order. */
export async function addLetters(tx: Transaction, communityId: number, letters: readonly Letter[]): Promise<number[]> {
  if (letters.length === 0) return [];
  const written = letters.map(
    ({ to, subject, text }): LetterText => ({ communityId, personId: to.personId, subject, body: text }),
  );
  // One value for all of them, however many: a statement takes 65,535.
  const stored = await tx.execute<{ id: number }>(sql`
    insert into letters (community_id, person_id, subject, body)
    select l."communityId", l."personId", l.subject, l.body from json_to_recordset(${JSON.stringify(written)}::json)
      as l("communityId" bigint, "personId" bigint, subject text, body text)
    returning id::int`);
  return stored.map(({ id }) => id);
}

const inHand = { takenAt: sql`app_now()`, tries: sql`${letters.tries} + 1` };

/** Names a letter for good: in a database that begins anew the same numbers come again. */
const key = sql<string>`letters.id || '-' || extract(epoch from letters.written_at)::bigint`;

/** Takes these letters in hand, to send them: those that nobody else has are the taker's alone. Answers their keys, by number. */
export async function takeLetters(db: Database, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const taken = await db
    .update(letters)
    .set(inHand)
    .where(and(inArray(letters.id, [...ids]), isNull(letters.takenAt), isNull(letters.failedAt)))
    .returning({ id: letters.id, key });
  return new Map(taken.map(({ id, key }) => [id, key]));
}

/** A letter that is due, with the address its person has now. */
export type DueLetter = { id: number; key: string; to: string; subject: string; text: string };

/**
 * Takes at most `most` letters in hand that are due, the longest due first: left behind by a sender who died before they took
 * them, left for later, or not taken by the mail server before. No two takers get the same.
 */
export const takeDueLetters = async (db: Database, most: number): Promise<DueLetter[]> => [
  ...(await db.execute<DueLetter>(sql`
    with due as (
      select id from letters where next_at <= app_now() and taken_at is null and failed_at is null
      order by next_at, id limit ${most} for update skip locked
    ), taken as (
      update letters set taken_at = app_now(), tries = letters.tries + 1 from due where letters.id = due.id
      returning letters.id, ${key} as key, letters.person_id, letters.subject, letters.body
    )
    select t.id::int as id, t.key, p.email as to, t.subject, t.body as text from taken t join people p on p.id = t.person_id
    order by t.id`)),
];

/**
 * What became of letters in hand: those the mail server has taken are deleted. Those it has not are due again after a pause that
 * grows threefold each time, the last time `limits.letterHours` after they were written, and then given up.
 */
export async function settleLetters(
  db: Database,
  { sent, refused }: { sent: readonly number[]; refused: readonly number[] },
): Promise<void> {
  if (sent.length > 0) await db.delete(letters).where(inArray(letters.id, [...sent]));
  if (refused.length === 0) return;
  const last = sql`(written_at + make_interval(hours => ${limits.letterHours}))`;
  const pause = sql`make_interval(mins => ${limits.letterPauseMinutes} * (3 ^ least(tries - 1, 8))::int)`;
  await db
    .update(letters)
    .set({
      takenAt: null,
      nextAt: sql`least(app_now() + ${pause}, ${last})`,
      failedAt: sql`case when app_now() >= ${last} then app_now() end`,
      body: sql`case when app_now() >= ${last} then '' else body end`,
    })
    .where(inArray(letters.id, [...refused]));
}

/** Gives up letters whose sender died with them in hand, since nobody knows whether they were sent, and forgets old ones. */
export async function tidyLetters(db: Database): Promise<void> {
  await db.execute(sql`
    update letters set failed_at = app_now(), body = ''
    where failed_at is null and taken_at <= app_now() - make_interval(mins => ${limits.letterInHandMinutes})`);
  await db.execute(sql`
    delete from letters where failed_at <= app_now() - make_interval(days => ${limits.letterShownDays})`);
}

/** A letter of a community that was given up: to whom, about what, and when it was written. For its organizers. */
export type LostLetter = { id: number; name: string; subject: string; writtenAt: Date };

/** The letters of a community that were given up in the last days, the newest first; at most a page. */
export const listLostLetters = (db: Queryable, communityId: number): Promise<LostLetter[]> =>
  db
    .select({ id: letters.id, name: people.name, subject: letters.subject, writtenAt: letters.writtenAt })
    .from(letters)
    .innerJoin(people, eq(people.id, letters.personId))
    .where(and(eq(letters.communityId, communityId), sql`${letters.failedAt} is not null`))
    .orderBy(desc(letters.id))
    .limit(limits.pageSize);
