import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { questions } from "../schema/questions";
import { listMembers } from "./communities.server";
import { listAwaited, listBlockers } from "./dependencies.server";
import { listPlaces } from "./places.server";

/** The questions of a theme that nobody has answered, in order. */
const listOpenQuestions = (db: Queryable, communityId: number, themeId: number) =>
  db
    .select({ id: questions.id, number: questions.number, title: questions.title })
    .from(questions)
    .where(
      and(
        eq(questions.communityId, communityId),
        eq(questions.themeId, themeId),
        isNull(questions.deletedAt),
        sql`not exists (select from decisions where decisions.community_id = ${questions.communityId}
          and decisions.question_id = ${questions.id})`,
      ),
    )
    .orderBy(asc(questions.position));

/**
 * What the form of a task offers: who may be asked about it, where in its theme it may stand, the questions it may wait for (its theme's
 * open ones, and those it waits for already); and what it waits for now.
 */
export async function findTaskChoices(db: Queryable, communityId: number, task: { id: number; themeId: number }) {
  const [members, places, open, blockers, awaited] = await Promise.all([
    listMembers(db, communityId),
    listPlaces(db, communityId, task.themeId),
    listOpenQuestions(db, communityId, task.themeId),
    listBlockers(db, communityId, task.id),
    listAwaited(db, communityId, task.id),
  ]);
  const others = awaited.filter(({ id }) => !open.some((question) => question.id === id));
  return { members, places, questions: [...open, ...others], blockers, awaited };
}

export type TaskChoices = Awaited<ReturnType<typeof findTaskChoices>>;
