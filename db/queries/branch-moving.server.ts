import { and, eq, sql } from "drizzle-orm";
import { keysAfter } from "../../app/domain/roadmap/placing";
import type { Transaction } from "../client.server";
import { pillars } from "../schema/pillars";
import { holdTheme } from "./boards.server";
import { lockTheme } from "./desk.server";
import { withStep } from "./desk-steps.server";
import { findPillar } from "./pillars.server";

type Branch = { communityId: number; themeId: number; pillarId: number; toThemeId: number };

/**
 * Moves a pillar with all its tasks to the end of another theme, and returns how many tasks went along; null when one of the
 * three is gone. Claims, numbers and what waits for what stay. One step to undo, at the desk of the theme it came from.
 */
export async function movePillarToTheme(tx: Transaction, branch: Branch, by: number): Promise<number | null> {
  const { communityId, themeId, pillarId, toThemeId } = branch;
  const themeIds = [themeId, toThemeId].sort((a, b) => a - b);
  for (const id of themeIds) await lockTheme(tx, { communityId, themeId: id });
  const pillar = await findPillar(tx, communityId, themeId, pillarId);
  if (!pillar) return null;
  for (const id of themeIds) if ((await holdTheme(tx, communityId, id)) === null) return null;
  const step = { communityId, themeId, personId: by, deed: "move" as const, about: pillar.title };
  return withStep(tx, step, themeIds, async () => {
    const [last] = await tx.execute<{ position: string | null }>(sql`
      select max(position) as position from pillars
      where community_id = ${communityId} and theme_id = ${toThemeId} and deleted_at is null`);
    const [position = ""] = keysAfter(last?.position ?? null, 1);
    // A task stands in a pillar of its own theme: out of it first, and back into it there.
    const tasks = await tx.execute<{ id: number; position: string; live: boolean }>(sql`
      update tasks t set pillar_id = null, position = '~~' || t.id from tasks was
      where t.community_id = ${communityId} and t.pillar_id = ${pillarId}
        and was.community_id = t.community_id and was.id = t.id
      returning t.id::int as id, was.position, t.deleted_at is null as live`);
    await tx
      .update(pillars)
      .set({ themeId: toThemeId, position, rev: sql`${pillars.rev} + 1` })
      .where(and(eq(pillars.communityId, communityId), eq(pillars.id, pillarId)));
    await tx.execute(sql`
      update tasks t set theme_id = ${toThemeId}, pillar_id = ${pillarId}, position = w.position
      from json_to_recordset(${JSON.stringify(tasks)}::json) as w (id bigint, position text)
      where t.community_id = ${communityId} and t.id = w.id`);
    return tasks.filter(({ live }) => live).length;
  });
}
