import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { keysAfter } from "../../app/domain/roadmap/placing";
import type { Queryable, Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { decisions } from "../schema/decisions";
import { awaitedQuestions } from "../schema/dependencies";
import { people } from "../schema/people";
import { questions } from "../schema/questions";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { isLive, isReady } from "./task-facts.server";
import { isLiveTheme } from "./themes.server";

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

const owners = alias(people, "owners");
const deciders = alias(people, "deciders");

/** The question people call by this number, with its theme, the decision that stands and the tasks that wait for it. */
export async function findQuestion(db: Queryable, communityId: number, number: number) {
  const [found] = await db
    .select({
      id: questions.id,
      number: questions.number,
      title: questions.title,
      notes: questions.notes,
      owner: owners.name,
      themeSlug: themes.slug,
      themeTitle: themes.title,
      answer: decisions.answer,
      reason: decisions.reason,
      rejected: decisions.rejected,
      decidedAt: decisions.decidedAt,
      decidedBy: deciders.name,
      waiting: sql<{ number: number; title: string }[]>`(
        select coalesce(json_agg(json_build_object('number', t.number, 'title', t.title) order by t.number), '[]')
        from awaited_questions w join tasks t on t.community_id = w.community_id and t.id = w.task_id
        where w.community_id = ${questions.communityId} and w.question_id = ${questions.id} and t.deleted_at is null)`,
    })
    .from(questions)
    .innerJoin(themes, and(eq(themes.communityId, questions.communityId), eq(themes.id, questions.themeId)))
    .leftJoin(owners, eq(owners.id, questions.ownerId))
    .leftJoin(decisions, and(eq(decisions.communityId, questions.communityId), eq(decisions.questionId, questions.id)))
    .leftJoin(deciders, eq(deciders.id, decisions.decidedBy))
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

export type DecisionText = { answer: string; reason: string; rejected: string };

/**
 * Puts the answer on record. False when a decision stands already: somebody answered at the same moment (unique
 * constraint `decisions_one_a_question`).
 */
export async function addDecision(
  tx: Transaction,
  communityId: number,
  questionId: number,
  decidedBy: number,
  text: DecisionText,
): Promise<boolean> {
  const made = await tx
    .insert(decisions)
    .values({ ...text, communityId, questionId, decidedBy })
    .onConflictDoNothing()
    .returning({ id: decisions.id });
  return made.length === 1;
}

/** How many unfinished tasks that waited for this question are ready now. */
export async function countReadied(db: Queryable, communityId: number, questionId: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(awaitedQuestions)
    .innerJoin(tasks, and(eq(tasks.communityId, awaitedQuestions.communityId), eq(tasks.id, awaitedQuestions.taskId)))
    .innerJoin(themes, and(eq(themes.communityId, tasks.communityId), eq(themes.id, tasks.themeId)))
    .where(
      and(
        eq(awaitedQuestions.communityId, communityId),
        eq(awaitedQuestions.questionId, questionId),
        isLive,
        isNull(tasks.finishedAt),
        isReady,
      ),
    );
  return row?.count ?? 0;
}
