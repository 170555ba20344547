import { eq } from "drizzle-orm";
import type { Outline } from "../../app/domain/roadmap/outline-types";
import { plannedReadiness } from "../../app/domain/roadmap/planned-readiness";
import { reconcile } from "../../app/domain/roadmap/reconcile";
import type { ImportPlan } from "../../app/domain/roadmap/reconcile-types";
import type { Readiness } from "../../app/domain/tasks/readiness";
import type { Queryable, Transaction } from "../client.server";
import { pillars } from "../schema/pillars";
import { questions } from "../schema/questions";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { applyImport } from "./apply-import.server";
import type { Community } from "./communities.server";
import { holdDependencies } from "./dependencies.server";
import { readStoredRoadmap } from "./stored-roadmap.server";

/** What a plan would do, before anybody agrees to it. */
export type ImportPreview = {
  plan: ImportPlan;
  /** How ready each of its tasks would be, by key. */
  readiness: Map<string, Readiness>;
  /** The roadmap's own title or introduction would be another. */
  retitles: boolean;
};

/** Compares an outline with a community's roadmap as it stands. Changes nothing. */
export async function previewImport(
  db: Queryable,
  community: Pick<Community, "id" | "roadmapTitle" | "roadmapIntro" | "now">,
  outline: Outline,
): Promise<ImportPreview> {
  const stored = await readStoredRoadmap(db, community.id);
  const plan = reconcile(outline, stored);
  const { title, intro } = plan;
  return {
    plan,
    readiness: plannedReadiness(plan, stored, community.now),
    retitles:
      (title || community.roadmapTitle) !== community.roadmapTitle ||
      (intro || community.roadmapIntro) !== community.roadmapIntro,
  };
}

/**
 * Brings an outline into a community's roadmap and returns the plan that was carried out. The community is locked first
 * and compared afterwards, so two imports at once happen one after the other, and the second finds the first one's tasks.
 * `by` is the organizer, or null when nobody is signed in (the command line). Run it inside `change`: whatever fails,
 * nothing has come in.
 */
export async function importRoadmap(
  tx: Transaction,
  communityId: number,
  outline: Outline,
  by: number | null,
): Promise<{ plan: ImportPlan; retitled: boolean }> {
  await lockRoadmap(tx, communityId);
  const plan = reconcile(outline, await readStoredRoadmap(tx, communityId));
  const { retitled } = await applyImport(tx, communityId, plan, by);
  return { plan, retitled };
}

/**
 * Holds the community, and everything of its roadmap that exists, until commit: nobody adds or rewrites between the
 * comparison and the writing. It writes nothing, so an import that changes nothing leaves no trace.
 */
async function lockRoadmap(tx: Transaction, communityId: number): Promise<void> {
  await holdDependencies(tx, communityId);
  for (const table of [themes, questions, pillars, tasks]) {
    await tx
      .select({ id: table.id })
      .from(table)
      .where(eq(table.communityId, communityId))
      .orderBy(table.id)
      .for("no key update");
  }
}
