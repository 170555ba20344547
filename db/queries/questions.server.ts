import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { keysAfter } from "../../app/domain/roadmap/placing";
import type { Queryable, Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { people } from "../schema/people";
import { questions } from "../schema/questions";
import { themes } from "../schema/themes";
import { isLiveTheme } from "./theme-writing.server";

/** Whether a decision stands for a question. */
const isDecided = sql`exists (select from decisions where decisions.community_id = questions.community_id
  and decisions.question_id = questions.id)`;

export type QuestionText = { title: string; notes: string; ownerId?: number | null };

/**
 * Adds questions at the end of a theme's, numbered in their community; returns their ids and numbers: none when the theme
 * has been deleted.
 */
export async function addQuestions(
  tx: Transaction,
  communityId: number,
  themeId: number,
  texts: readonly QuestionText[],
): Promise<{ id: number; number: number }[]> {
  if (texts.length === 0) return [];
  const [counter] = await tx
    .update(communities)
    .set({ lastQuestionNumber: sql`${communities.lastQuestionNumber} + ${texts.length}` })
    .where(eq(communities.id, communityId))
    .returning({ last: communities.lastQuestionNumber });
  if (!counter) throw new Error(`there is no community ${communityId}`);
  if (!(await isLiveTheme(tx, communityId, themeId))) return [];
  const keys = await questionKeysAtEnd(tx, communityId, themeId, texts.length);
  return tx
    .insert(questions)
    .values(
      texts.map((text, index) => ({
        ...text,
        communityId,
        themeId,
        number: counter.last - texts.length + 1 + index,
        position: keys[index] ?? "",
      })),
    )
    .returning({ id: questions.id, number: questions.number });
}

/** `count` keys in order, behind the last question of a theme. */
export async function questionKeysAtEnd(
  tx: Transaction,
  communityId: number,
  themeId: number,
  count: number,
): Promise<string[]> {
  const [last] = await tx
    .select({ position: questions.position })
    .from(questions)
    .where(and(eq(questions.communityId, communityId), eq(questions.themeId, themeId), isNull(questions.deletedAt)))
    .orderBy(desc(questions.position))
    .limit(1);
  return keysAfter(last?.position ?? null, count);
}

/**
 * Rewrites a question, whatever its revision (an import says what the file says). Another theme comes with a `position`
 * in it (`questionKeysAtEnd`).
 */
export async function editQuestion(
  tx: Transaction,
  key: { communityId: number; id: number },
  text: Partial<QuestionText & { themeId: number; position: string }>,
): Promise<void> {
  await tx
    .update(questions)
    .set({ ...text, rev: sql`${questions.rev} + 1` })
    .where(and(eq(questions.communityId, key.communityId), eq(questions.id, key.id)));
}

/** Locks a question until commit; false when it has been deleted. */
export async function holdQuestion(tx: Transaction, communityId: number, id: number): Promise<boolean> {
  const [row] = await tx
    .select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.communityId, communityId), eq(questions.id, id), isNull(questions.deletedAt)))
    .for("no key update");
  return row !== undefined;
}

const owners = alias(people, "owners");

/** The question people call by this number, with its theme, the tasks that wait for it, and who put an answer on record. */
export async function findQuestion(db: Queryable, communityId: number, number: number) {
  const [found] = await db
    .select({
      id: questions.id,
      number: questions.number,
      title: questions.title,
      notes: questions.notes,
      rev: questions.rev,
      ownerId: questions.ownerId,
      owner: owners.name,
      themeId: questions.themeId,
      themeSlug: themes.slug,
      themeTitle: themes.title,
      decided: sql<boolean>`${isDecided}`,
      decidedBy: sql<string | null>`(select p.name from decisions d join people p on p.id = d.decided_by
        where d.community_id = ${questions.communityId} and d.question_id = ${questions.id} and d.revised_at is null)`,
      waiting: sql<{ number: number; title: string }[]>`(
        select coalesce(json_agg(json_build_object('number', t.number, 'title', t.title) order by t.number), '[]')
        from awaited_questions w join tasks t on t.community_id = w.community_id and t.id = w.task_id
        where w.community_id = ${questions.communityId} and w.question_id = ${questions.id} and t.deleted_at is null)`,
    })
    .from(questions)
    .innerJoin(themes, and(eq(themes.communityId, questions.communityId), eq(themes.id, questions.themeId)))
    .leftJoin(owners, eq(owners.id, questions.ownerId))
    .where(
      and(
        eq(questions.communityId, communityId),
        eq(questions.number, number),
        isNull(questions.deletedAt),
        isNull(themes.deletedAt),
      ),
    );
  return found ?? null;
}

export type Question = NonNullable<Awaited<ReturnType<typeof findQuestion>>>;

/** Who took a question off the roadmap (or its theme) and when, for the page that says so; null when it was never deleted. */
export async function findDeletedQuestion(db: Queryable, communityId: number, number: number) {
  const [found] = await db
    .select({ title: questions.title, deletedBy: people.name, themeSlug: themes.slug, themeGone: themes.deletedAt })
    .from(questions)
    .innerJoin(themes, and(eq(themes.communityId, questions.communityId), eq(themes.id, questions.themeId)))
    .leftJoin(people, eq(people.id, sql`coalesce(${questions.deletedBy}, ${themes.deletedBy})`))
    .where(
      and(
        eq(questions.communityId, communityId),
        eq(questions.number, number),
        sql`(${questions.deletedAt} is not null or ${themes.deletedAt} is not null)`,
      ),
    );
  return found ?? null;
}

/** The questions of a theme that findings can speak to, answered or not, in order. */
export const listQuestionsToAnswer = (db: Queryable, communityId: number, themeId: number) =>
  db
    .select({ id: questions.id, title: questions.title })
    .from(questions)
    .where(and(eq(questions.communityId, communityId), eq(questions.themeId, themeId), isNull(questions.deletedAt)))
    .orderBy(asc(questions.position));
