import { sql } from "drizzle-orm";
import type { Database } from "../../db/client.server";
import { change } from "../../db/queries/change.server";
import { join } from "../../db/queries/memberships.server";
import type { Person } from "../../db/queries/people.server";
import { type PreparationOf, takePreparation } from "../../db/queries/preparations.server";
import { type Stage, stage } from "./cast";

/** A task of a community, as a piece of preparation. */
export const pieceOf = (community: Stage, number: number): PreparationOf => ({
  kind: "task",
  themeId: community.themeId,
  taskId: community.ids.get(number) ?? 0,
  questionId: null,
  sprintId: null,
});

/** Somebody joins a community and prepares its task that is not ready; says the number of the preparation. */
export async function prepareTask(db: Database, community: Stage, person: Person): Promise<number> {
  const taken = await change(db, stage, "claim preparation", async (tx) => {
    await join(tx, community.id, person.id);
    const [clock] = await tx.execute<{ now: string }>(sql`select app_now()::text as now`);
    const at = { ...community, now: new Date(clock?.now ?? "") };
    return takePreparation(tx, at, pieceOf(community, community.unready), { personId: person.id, reached: false });
  });
  if (!taken.ok) throw new Error(taken.verdict.because);
  return taken.id;
}
