import { sql } from "drizzle-orm";
import type { PlannedTask } from "../../app/domain/roadmap/reconcile-types";
import type { Transaction } from "../client.server";
import type { TaskPlace } from "./task-writing.server";

export type RewrittenTask = PlannedTask["fields"] & {
  id: number;
  /** The revision it is at. */
  rev: number;
  /** The key of its new place; null where it stays as it is. */
  position: string | null;
};

/**
 * Rewrites many tasks of one place in one statement, as `editTask` does one: only at the revision given, and as somebody
 * who looked them over. Those with a position move here. Returns how many were rewritten.
 */
export async function rewriteTasks(
  tx: Transaction,
  place: TaskPlace,
  texts: readonly RewrittenTask[],
): Promise<number> {
  if (texts.length === 0) return 0;
  const { communityId, themeId, pillarId } = place;
  const written = await tx.execute(sql`
    update tasks t set
      title = w.title, kind = w.kind, size_minutes = w."sizeMinutes", goal = w.goal, start = w.start, done_when = w."doneWhen",
      verify = w.verify, notes = w.notes, skills = w.skills, links = w.links, finished_at = case when w.done then coalesce(t.finished_at, app_now()) end,
      theme_id = ${themeId}, pillar_id = ${pillarId}, position = coalesce(w.position, t.position),
      rev = t.rev + 1, checked_at = app_now()
    from json_to_recordset(${JSON.stringify(texts)}::json) as w (id bigint, rev integer, title text, kind text,
      "sizeMinutes" integer, goal text, start text, "doneWhen" text, verify text, notes text, skills text[], links text, done boolean, position text)
    where t.community_id = ${communityId} and t.id = w.id and t.rev = w.rev and t.deleted_at is null
    returning t.id`);
  return written.length;
}
