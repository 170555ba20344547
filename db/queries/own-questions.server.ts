import { and, asc, eq, isNull, lte, sql } from "drizzle-orm";
import type { OwnQuestion } from "../../app/domain/people/own-questions";
import type { Queryable, Transaction } from "../client.server";
import { registrations } from "../schema/registrations";
import { sprintAnswers, sprintQuestions } from "../schema/sprint-questions";
import { sprints } from "../schema/sprints";

/** A question that is asked at a sprint. */
export type AskedQuestion = OwnQuestion & { id: number };

/** What somebody answered to a question of the sprint's. */
export type OwnAnswer = { questionId: number; answer: string };

const asked = (communityId: number, sprintId: number) =>
  and(
    eq(sprintQuestions.communityId, communityId),
    eq(sprintQuestions.sprintId, sprintId),
    isNull(sprintQuestions.removedAt),
  );

/** The questions a sprint asks besides, in their order. */
export const listOwnQuestions = (db: Queryable, communityId: number, sprintId: number): Promise<AskedQuestion[]> =>
  db
    .select({
      id: sprintQuestions.id,
      ask: sprintQuestions.ask,
      choices: sprintQuestions.choices,
      needed: sprintQuestions.needed,
    })
    .from(sprintQuestions)
    .where(asked(communityId, sprintId))
    .orderBy(asc(sprintQuestions.place), asc(sprintQuestions.id));

/**
 * Asks these questions from now on, in place of those before. A question that is worded as before stays the same, with what
 * was answered to it; one that is gone is not asked any more, and its answers stay on record. Of two who save at once, the
 * second one's list holds.
 */
export async function setOwnQuestions(
  tx: Transaction,
  communityId: number,
  sprintId: number,
  questions: readonly OwnQuestion[],
): Promise<void> {
  await tx
    .select({ id: sprints.id })
    .from(sprints)
    .where(and(eq(sprints.communityId, communityId), eq(sprints.id, sprintId)))
    .for("no key update");
  const before = await listOwnQuestions(tx, communityId, sprintId);
  const one = (id: number) => and(eq(sprintQuestions.communityId, communityId), eq(sprintQuestions.id, id));
  for (const { id } of before.filter(({ ask }) => !questions.some((question) => question.ask === ask))) {
    await tx.update(sprintQuestions).set({ removedAt: sql`app_now()` }).where(one(id));
  }
  for (const [place, { ask, choices, needed }] of questions.entries()) {
    const known = before.find((question) => question.ask === ask);
    if (known) await tx.update(sprintQuestions).set({ choices, needed, place }).where(one(known.id));
    else await tx.insert(sprintQuestions).values({ communityId, sprintId, ask, choices, needed, place });
  }
}

/** What somebody answered to the questions that are still asked. For them and the organizers. */
export const listOwnAnswers = (
  db: Queryable,
  communityId: number,
  sprintId: number,
  registrationId: number,
): Promise<OwnAnswer[]> =>
  db
    .select({ questionId: sprintAnswers.questionId, answer: sprintAnswers.answer })
    .from(sprintAnswers)
    .innerJoin(
      sprintQuestions,
      and(eq(sprintQuestions.communityId, sprintAnswers.communityId), eq(sprintQuestions.id, sprintAnswers.questionId)),
    )
    .where(and(asked(communityId, sprintId), eq(sprintAnswers.registrationId, registrationId)));

/** What a question was answered with, and by how many. */
export type AnswerCount = OwnAnswer & { people: number };

/**
 * The answers to the questions that are still asked, of everybody who is registered, most frequent first: at most so many a
 * question. For the organizers.
 */
export async function countOwnAnswers(
  db: Queryable,
  communityId: number,
  sprintId: number,
  most: number,
): Promise<AnswerCount[]> {
  const counted = db
    .select({
      questionId: sprintAnswers.questionId,
      answer: sprintAnswers.answer,
      people: sql<number>`count(*)::int`.as("people"),
      rank: sql<number>`row_number() over (
        partition by ${sprintAnswers.questionId} order by count(*) desc, ${sprintAnswers.answer})::int`.as("rank"),
    })
    .from(sprintAnswers)
    .innerJoin(
      sprintQuestions,
      and(eq(sprintQuestions.communityId, sprintAnswers.communityId), eq(sprintQuestions.id, sprintAnswers.questionId)),
    )
    .innerJoin(
      registrations,
      and(
        eq(registrations.communityId, sprintAnswers.communityId),
        eq(registrations.id, sprintAnswers.registrationId),
        isNull(registrations.withdrawnAt),
      ),
    )
    .where(asked(communityId, sprintId))
    .groupBy(sprintAnswers.questionId, sprintAnswers.answer)
    .as("counted");
  return db
    .select({ questionId: counted.questionId, answer: counted.answer, people: counted.people })
    .from(counted)
    .where(lte(counted.rank, most))
    .orderBy(asc(counted.questionId), asc(counted.rank));
}

/** Stores what somebody answers, in place of what they answered before to the same questions; nothing takes an answer back. */
export async function storeOwnAnswers(
  tx: Transaction,
  own: { communityId: number; sprintId: number; registrationId: number },
  answers: readonly OwnAnswer[],
): Promise<void> {
  for (const { questionId, answer } of answers) {
    await tx
      .delete(sprintAnswers)
      .where(
        and(
          eq(sprintAnswers.communityId, own.communityId),
          eq(sprintAnswers.registrationId, own.registrationId),
          eq(sprintAnswers.questionId, questionId),
        ),
      );
    if (answer !== "") await tx.insert(sprintAnswers).values({ ...own, questionId, answer });
  }
}
