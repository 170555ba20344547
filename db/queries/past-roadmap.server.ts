import { eq, sql } from "drizzle-orm";
import type { Transaction } from "../client.server";
import { awaitedQuestions, dependencies } from "../schema/dependencies";
import { tasks } from "../schema/tasks";

/**
 * Lets a roadmap have been written down earlier: its tasks, when they were looked over, and what they wait for. What the
 * example tells of the days before; decisions keep their time, so that what waited for them asks to be checked.
 */
export async function dateRoadmapBack(tx: Transaction, communityId: number, hoursAgo: number): Promise<void> {
  const then = sql`app_now() - ${hoursAgo} * interval '1 hour'`;
  await tx.update(tasks).set({ createdAt: then, checkedAt: then }).where(eq(tasks.communityId, communityId));
  await tx.update(dependencies).set({ createdAt: then }).where(eq(dependencies.communityId, communityId));
  await tx.update(awaitedQuestions).set({ createdAt: then }).where(eq(awaitedQuestions.communityId, communityId));
}
