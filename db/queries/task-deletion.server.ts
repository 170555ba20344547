import { canDeleteTask } from "../../app/domain/roadmap/deeds";
import type { Verdict } from "../../app/domain/verdict";
import type { Transaction } from "../client.server";
import { findHolder } from "./claims.server";
import { deleteTask, holdTask } from "./task-writing.server";

/**
 * Deletes a task that nobody holds, and says whether it could. The task is locked first, so that nobody claims it
 * meanwhile. Deleting it twice changes nothing.
 */
export async function deleteFreeTask(tx: Transaction, communityId: number, id: number, by: number): Promise<Verdict> {
  await holdTask(tx, communityId, id);
  const holder = await findHolder(tx, communityId, id);
  const verdict = canDeleteTask(holder?.name ?? null);
  if (verdict.ok) await deleteTask(tx, communityId, id, by);
  return verdict;
}
