import { and, asc, eq, sql } from "drizzle-orm";
import type { Queryable, Transaction } from "../client.server";
import { findings } from "../schema/findings";
import { people } from "../schema/people";
import { questions } from "../schema/questions";
import { tasks } from "../schema/tasks";

/** What the experiments and research about a question showed, the oldest first. */
export const listFindingsOn = (db: Queryable, communityId: number, questionId: number) =>
  db
    .select({
      number: tasks.number,
      title: tasks.title,
      text: findings.text,
      by: people.name,
      at: findings.writtenAt,
    })
    .from(findings)
    .innerJoin(tasks, and(eq(tasks.communityId, findings.communityId), eq(tasks.id, findings.taskId)))
    .leftJoin(people, eq(people.id, findings.writtenBy))
    .where(and(eq(findings.communityId, communityId), eq(findings.questionId, questionId)))
    .orderBy(asc(findings.writtenAt), asc(findings.id));

/** What a task showed, with the question it says something about, or null. */
export async function findFindings(db: Queryable, communityId: number, taskId: number) {
  const [found] = await db
    .select({
      id: findings.id,
      text: findings.text,
      rev: findings.rev,
      by: people.name,
      at: findings.writtenAt,
      questionId: findings.questionId,
      questionNumber: questions.number,
      question: questions.title,
      questionGone: questions.deletedAt,
    })
    .from(findings)
    .leftJoin(questions, and(eq(questions.communityId, findings.communityId), eq(questions.id, findings.questionId)))
    .leftJoin(people, eq(people.id, findings.writtenBy))
    .where(and(eq(findings.communityId, communityId), eq(findings.taskId, taskId)));
  return found ?? null;
}

export type Findings = NonNullable<Awaited<ReturnType<typeof findFindings>>>;

export type FindingsText = { text: string; questionId: number | null };

/**
 * Writes down what a task showed, or rewrites it if it still is at `seen` (null: nothing was there). False when somebody was
 * faster. Who wrote last, and when, is what it says.
 */
export async function writeFindings(
  tx: Transaction,
  task: { communityId: number; id: number },
  writtenBy: number,
  seen: number | null,
  text: FindingsText,
): Promise<boolean> {
  const { communityId, id: taskId } = task;
  const written =
    seen === null
      ? await tx
          .insert(findings)
          .values({ ...text, communityId, taskId, writtenBy })
          .onConflictDoNothing()
          .returning({ id: findings.id })
      : await tx
          .update(findings)
          .set({ ...text, writtenBy, writtenAt: sql`app_now()`, rev: sql`${findings.rev} + 1` })
          .where(and(eq(findings.communityId, communityId), eq(findings.taskId, taskId), eq(findings.rev, seen)))
          .returning({ id: findings.id });
  return written.length === 1;
}

/** Whether somebody holds a task or has finished it: they know what it showed. */
export async function hasWorkedOn(
  db: Queryable,
  communityId: number,
  taskId: number,
  personId: number,
): Promise<boolean> {
  const [row] = await db.execute<{ worked: boolean }>(sql`
    select exists (
      select from claims
      left join claim_endings e on e.community_id = claims.community_id and e.claim_id = claims.id
      where claims.community_id = ${communityId} and claims.task_id = ${taskId} and claims.person_id = ${personId}
        and (e.reason = 'finished' or (claims.ended_at is null and claims.expires_at > app_now()))
    ) as worked`);
  return row?.worked ?? false;
}
