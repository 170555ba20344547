import { and, asc, eq, sql } from "drizzle-orm";
import type { Queryable } from "../client.server";
import { tasks } from "../schema/tasks";
import { isLive, selectTaskFacts, type TaskFacts } from "./task-facts.server";

/** What waits for what around a theme, by number; `question` is one without a decision, or with (`decided`). */
export type ThemeWaits = {
  tasks: { task: number; waitsFor: number }[];
  questions: { task: number; number: number; title: string; decided: boolean }[];
  /** Tasks of other themes at either end. */
  outside: TaskFacts[];
};

/** Everything the tasks of a theme wait for and everything that waits for them, across themes. */
export async function findThemeWaits(db: Queryable, communityId: number, themeId: number): Promise<ThemeWaits> {
  const [waits, questions, outside] = await Promise.all([
    db.execute<ThemeWaits["tasks"][number]>(sql`
      select t.number as "task", b.number as "waitsFor"
      from dependencies d
      join tasks t on t.community_id = d.community_id and t.id = d.task_id and t.deleted_at is null
      join tasks b on b.community_id = d.community_id and b.id = d.blocked_by_id and b.deleted_at is null
      join themes tt on tt.community_id = t.community_id and tt.id = t.theme_id and tt.deleted_at is null
      join themes bt on bt.community_id = b.community_id and bt.id = b.theme_id and bt.deleted_at is null
      where d.community_id = ${communityId} and (t.theme_id = ${themeId} or b.theme_id = ${themeId})`),
    db.execute<ThemeWaits["questions"][number]>(sql`
      select t.number as "task", q.number, q.title,
        exists (select from decisions x where x.community_id = q.community_id and x.question_id = q.id) as decided
      from awaited_questions w
      join tasks t on t.community_id = w.community_id and t.id = w.task_id and t.deleted_at is null
      join questions q on q.community_id = w.community_id and q.id = w.question_id and q.deleted_at is null
      where w.community_id = ${communityId} and t.theme_id = ${themeId}`),
    selectTaskFacts(db)
      .where(
        and(
          eq(tasks.communityId, communityId),
          isLive,
          sql`${tasks.themeId} <> ${themeId}`,
          sql`${tasks.id} in (
            select d.blocked_by_id from dependencies d join tasks t on t.community_id = d.community_id and t.id = d.task_id
            where d.community_id = ${communityId} and t.theme_id = ${themeId} and t.deleted_at is null
            union
            select d.task_id from dependencies d join tasks b on b.community_id = d.community_id and b.id = d.blocked_by_id
            where d.community_id = ${communityId} and b.theme_id = ${themeId} and b.deleted_at is null)`,
        ),
      )
      .orderBy(asc(tasks.number)),
  ]);
  return { tasks: [...waits], questions: [...questions], outside };
}
