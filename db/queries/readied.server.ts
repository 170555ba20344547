import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { champions } from "../schema/champions";
import { awaitedQuestions } from "../schema/dependencies";
import { memberships } from "../schema/memberships";
import { people } from "../schema/people";
import { questions } from "../schema/questions";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { isLive, isReady } from "./task-facts.server";

/** The unfinished tasks that waited for a question and are ready now, by number. */
export const listReadied = (db: Queryable, communityId: number, questionId: number) =>
  db
    .select({ number: tasks.number, title: tasks.title, mentorId: tasks.mentorId })
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
    )
    .orderBy(asc(tasks.number));

export type Readied = Awaited<ReturnType<typeof listReadied>>[number];

/**
 * Whom an answer concerns: who was finding out, the theme's champion, and the mentors of tasks that waited for it; each
 * once, as long as they are members. With their addresses: for letters, never for a page.
 */
export const listConcerned = (db: Queryable, communityId: number, questionId: number) =>
  db
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(memberships, and(eq(memberships.personId, people.id), eq(memberships.communityId, communityId)))
    .where(
      and(
        isNull(memberships.leftAt),
        sql`${people.id} in (
          select unnest(array[${questions.ownerId}, ${champions.personId}])
          from ${questions} left join ${champions} on ${champions.communityId} = ${questions.communityId}
            and ${champions.themeId} = ${questions.themeId} and ${champions.endedAt} is null
          where ${questions.communityId} = ${communityId} and ${questions.id} = ${questionId}
          union
          select ${tasks.mentorId} from ${awaitedQuestions}
          join ${tasks} on ${tasks.communityId} = ${awaitedQuestions.communityId} and ${tasks.id} = ${awaitedQuestions.taskId}
          where ${awaitedQuestions.communityId} = ${communityId} and ${awaitedQuestions.questionId} = ${questionId}
            and ${tasks.deletedAt} is null and ${tasks.finishedAt} is null)`,
      ),
    )
    .orderBy(asc(people.id));
