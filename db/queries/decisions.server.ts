import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Queryable, Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { decisions } from "../schema/decisions";
import { people } from "../schema/people";
import { questions } from "../schema/questions";
import { themes } from "../schema/themes";
import { holdDependencies } from "./dependencies.server";
import { finishReached } from "./preparation-endings.server";
import { holdQuestion } from "./questions.server";

export type DecisionText = { answer: string; reason: string; rejected: string };

/** The decision that stands for a question, in a join. */
export const standsForQuestion = and(
  eq(decisions.communityId, questions.communityId),
  eq(decisions.questionId, questions.id),
  isNull(decisions.revisedAt),
);

async function takeDecisionNumber(tx: Transaction, communityId: number): Promise<number> {
  const [row] = await tx
    .update(communities)
    .set({ lastDecisionNumber: sql`${communities.lastDecisionNumber} + 1` })
    .where(eq(communities.id, communityId))
    .returning({ number: communities.lastDecisionNumber });
  if (!row) throw new Error(`there is no community ${communityId}`);
  return row.number;
}

/**
 * Puts the answer on record and returns its number. Null when a decision stands already: somebody answered at the same
 * moment (unique index `decisions_one_a_question`); or when the question is gone.
 */
export async function addDecision(
  tx: Transaction,
  communityId: number,
  questionId: number,
  decidedBy: number,
  text: DecisionText,
): Promise<number | null> {
  await holdDependencies(tx, communityId);
  if (!(await holdQuestion(tx, communityId, questionId))) return null;
  if ((await findStanding(tx, communityId, questionId)) !== null) return null;
  const number = await takeDecisionNumber(tx, communityId);
  await tx.insert(decisions).values({ ...text, communityId, questionId, decidedBy, number });
  await finishReached(tx, communityId);
  return number;
}

/**
 * Puts another answer on record in place of the one with this id, which stays, and returns its number. Null when that one
 * no longer stands: somebody revised it at the same moment.
 */
export async function reviseDecision(
  tx: Transaction,
  decision: { communityId: number; questionId: number; id: number },
  decidedBy: number,
  text: DecisionText,
): Promise<number | null> {
  const { communityId, questionId, id } = decision;
  await holdDependencies(tx, communityId);
  if (!(await holdQuestion(tx, communityId, questionId))) return null;
  const ended = await tx
    .update(decisions)
    .set({ revisedAt: sql`app_now()` })
    .where(and(eq(decisions.communityId, communityId), eq(decisions.id, id), isNull(decisions.revisedAt)))
    .returning({ id: decisions.id });
  if (ended.length === 0) return null;
  const number = await takeDecisionNumber(tx, communityId);
  await tx.insert(decisions).values({ ...text, communityId, questionId, decidedBy, number, revisesId: id });
  return number;
}

const deciders = alias(people, "deciders");
const earlier = alias(decisions, "earlier");
const later = alias(decisions, "later");
const revisers = alias(people, "revisers");

const selectDecisions = (db: Queryable) =>
  db
    .select({
      id: decisions.id,
      number: decisions.number,
      answer: decisions.answer,
      reason: decisions.reason,
      rejected: decisions.rejected,
      decidedAt: decisions.decidedAt,
      decidedBy: deciders.name,
      revisedAt: decisions.revisedAt,
      /** The one it took the place of, and the one that took its. */
      revises: earlier.number,
      revisedIn: later.number,
      revisedBy: revisers.name,
      questionId: questions.id,
      questionNumber: questions.number,
      question: questions.title,
      themeSlug: themes.slug,
      theme: themes.title,
      deletedAt: sql`coalesce(${questions.deletedAt}, ${themes.deletedAt})`.mapWith(questions.deletedAt).as("gone_at"),
    })
    .from(decisions)
    .innerJoin(questions, and(eq(questions.communityId, decisions.communityId), eq(questions.id, decisions.questionId)))
    .innerJoin(themes, and(eq(themes.communityId, questions.communityId), eq(themes.id, questions.themeId)))
    .leftJoin(deciders, eq(deciders.id, decisions.decidedBy))
    .leftJoin(earlier, and(eq(earlier.communityId, decisions.communityId), eq(earlier.id, decisions.revisesId)))
    .leftJoin(later, and(eq(later.communityId, decisions.communityId), eq(later.revisesId, decisions.id)))
    .leftJoin(revisers, eq(revisers.id, later.decidedBy));

/** The decision people call by this number, whether it stands or was revised; `deletedAt` when its theme or question is gone. */
export async function findDecision(db: Queryable, communityId: number, number: number) {
  const [found] = await selectDecisions(db).where(
    and(eq(decisions.communityId, communityId), eq(decisions.number, number)),
  );
  return found ?? null;
}

export type Decision = NonNullable<Awaited<ReturnType<typeof findDecision>>>;

/** The number of the decision that stands for a question, or null. */
export async function findStanding(db: Queryable, communityId: number, questionId: number): Promise<number | null> {
  const [found] = await db
    .select({ number: decisions.number })
    .from(decisions)
    .where(
      and(eq(decisions.communityId, communityId), eq(decisions.questionId, questionId), isNull(decisions.revisedAt)),
    );
  return found?.number ?? null;
}

/** Every decision on a question, the one that stands first, then the newest of the earlier ones. */
export const listDecisionsOn = (db: Queryable, communityId: number, questionId: number) =>
  selectDecisions(db)
    .where(and(eq(decisions.communityId, communityId), eq(decisions.questionId, questionId)))
    .orderBy(desc(decisions.number));

/** What the log is narrowed to: every one of these words in a question or its decision, and a theme by its slug. */
export type LogFilter = { words: readonly string[]; theme: string | null };

/** Wildcards of LIKE stand for themselves. */
const containing = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;

const inLog = (communityId: number, { words, theme }: LogFilter): SQL | undefined =>
  and(
    eq(decisions.communityId, communityId),
    isNull(questions.deletedAt),
    isNull(themes.deletedAt),
    theme === null ? undefined : eq(themes.slug, theme),
    ...words.map(
      (word) =>
        sql`concat_ws(' ', ${questions.title}, ${decisions.answer}, ${decisions.reason}, ${decisions.rejected}) ilike ${containing(word)}`,
    ),
  );

/** A page of the decision log, the newest first; decisions that were revised are in it. */
export const listDecisions = (
  db: Queryable,
  communityId: number,
  filter: LogFilter,
  { limit, offset }: { limit: number; offset: number },
) => selectDecisions(db).where(inLog(communityId, filter)).orderBy(desc(decisions.number)).limit(limit).offset(offset);

/** The themes the log has decisions of, in the roadmap's order. */
export const listDecidedThemes = (db: Queryable, communityId: number) =>
  db
    .select({ slug: themes.slug, title: themes.title })
    .from(themes)
    .where(
      and(
        eq(themes.communityId, communityId),
        isNull(themes.deletedAt),
        sql`exists (select from questions q join decisions d on d.community_id = q.community_id and d.question_id = q.id
          where q.community_id = ${themes.communityId} and q.theme_id = ${themes.id} and q.deleted_at is null)`,
      ),
    )
    .orderBy(asc(themes.position));

/** How many decisions the log has under a filter. */
export async function countDecisions(db: Queryable, communityId: number, filter: LogFilter): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(decisions)
    .innerJoin(questions, and(eq(questions.communityId, decisions.communityId), eq(questions.id, decisions.questionId)))
    .innerJoin(themes, and(eq(themes.communityId, questions.communityId), eq(themes.id, questions.themeId)))
    .where(inLog(communityId, filter));
  return row?.count ?? 0;
}
