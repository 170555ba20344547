import { and, asc, eq, isNull } from "drizzle-orm";
import type { BesidePlan } from "../../app/domain/roadmap/planned-readiness";
import type { StoredTask } from "../../app/domain/roadmap/reconcile-types";
import type { Queryable } from "../client.server";
import { decisions } from "../schema/decisions";
import { awaitedQuestions, dependencies } from "../schema/dependencies";
import { pillars } from "../schema/pillars";
import { questions } from "../schema/questions";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { standsForQuestion } from "./decisions.server";
import { isLive } from "./task-facts.server";

/**
 * Everything an import compares a file with, in its order, and what its preview needs beside; ids are decimal strings.
 * Deleted themes, questions and tasks are not there, and neither is anybody's waiting for them. Six queries, however large the roadmap is.
 */
export async function readStoredRoadmap(db: Queryable, communityId: number): Promise<BesidePlan> {
  const inTheme = and(eq(themes.communityId, tasks.communityId), eq(themes.id, tasks.themeId));
  const [themeRows, questionRows, pillarRows, taskRows, blockers, awaited] = await Promise.all([
    db
      .select({ id: themes.id, slug: themes.slug, title: themes.title, why: themes.why, state: themes.state })
      .from(themes)
      .where(and(eq(themes.communityId, communityId), isNull(themes.deletedAt)))
      .orderBy(asc(themes.position)),
    db
      .select({
        id: questions.id,
        number: questions.number,
        themeId: questions.themeId,
        title: questions.title,
        notes: questions.notes,
        decisionId: decisions.id,
      })
      .from(questions)
      .leftJoin(decisions, standsForQuestion)
      .where(and(eq(questions.communityId, communityId), isNull(questions.deletedAt)))
      .orderBy(asc(questions.position), asc(questions.id)),
    db
      .select({ id: pillars.id, themeId: pillars.themeId, title: pillars.title, intro: pillars.intro })
      .from(pillars)
      .where(and(eq(pillars.communityId, communityId), isNull(pillars.deletedAt)))
      .orderBy(asc(pillars.position), asc(pillars.id)),
    db
      .select({
        id: tasks.id,
        number: tasks.number,
        themeId: tasks.themeId,
        pillarId: tasks.pillarId,
        title: tasks.title,
        kind: tasks.kind,
        sizeMinutes: tasks.sizeMinutes,
        goal: tasks.goal,
        start: tasks.start,
        doneWhen: tasks.doneWhen,
        verify: tasks.verify,
        notes: tasks.notes,
        skills: tasks.skills,
        links: tasks.links,
        finishedAt: tasks.finishedAt,
      })
      .from(tasks)
      .innerJoin(themes, inTheme)
      .where(and(eq(tasks.communityId, communityId), isLive))
      .orderBy(asc(tasks.position), asc(tasks.id)),
    db
      .select({ taskId: dependencies.taskId, otherId: dependencies.blockedById })
      .from(dependencies)
      .innerJoin(tasks, and(eq(tasks.communityId, dependencies.communityId), eq(tasks.id, dependencies.blockedById)))
      .innerJoin(themes, inTheme)
      .where(and(eq(dependencies.communityId, communityId), isLive))
      .orderBy(asc(dependencies.blockedById)),
    db
      .select({ taskId: awaitedQuestions.taskId, otherId: awaitedQuestions.questionId })
      .from(awaitedQuestions)
      .innerJoin(
        questions,
        and(eq(questions.communityId, awaitedQuestions.communityId), eq(questions.id, awaitedQuestions.questionId)),
      )
      .innerJoin(themes, and(eq(themes.communityId, questions.communityId), eq(themes.id, questions.themeId)))
      .where(and(eq(awaitedQuestions.communityId, communityId), isNull(questions.deletedAt), isNull(themes.deletedAt)))
      .orderBy(asc(awaitedQuestions.questionId)),
  ]);

  const questionsOf = grouped(questionRows, ({ themeId }) => themeId);
  const pillarsOf = grouped(pillarRows, ({ themeId }) => themeId);
  const tasksOf = grouped(taskRows, ({ themeId }) => themeId);
  const blockersOf = grouped(blockers, ({ taskId }) => taskId);
  const awaitedOf = grouped(awaited, ({ taskId }) => taskId);
  const others = (rows: { otherId: number }[] = []) => rows.map(({ otherId }) => String(otherId));

  return {
    themes: themeRows.map(({ id, state, ...theme }) => ({
      ...theme,
      id: String(id),
      done: state === "done",
      questions: (questionsOf.get(id) ?? []).map(({ id, number, title, notes }) => ({
        id: String(id),
        number,
        title,
        notes,
      })),
      pillars: (pillarsOf.get(id) ?? []).map(({ id, title, intro }) => ({ id: String(id), title, intro })),
      tasks: (tasksOf.get(id) ?? []).map(
        ({ id, pillarId, finishedAt, themeId, ...task }): StoredTask => ({
          ...task,
          id: String(id),
          pillarId: pillarId === null ? null : String(pillarId),
          done: finishedAt !== null,
          needs: { taskIds: others(blockersOf.get(id)), questionIds: others(awaitedOf.get(id)) },
        }),
      ),
    })),
    decided: new Set(questionRows.flatMap(({ id, decisionId }) => (decisionId === null ? [] : [String(id)]))),
  };
}

/** `Map.groupBy`, which Node 20 does not have. */
function grouped<Row>(rows: readonly Row[], key: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}
