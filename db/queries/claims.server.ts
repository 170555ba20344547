import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { type ClaimFacts, canClaim, claimExpiry } from "../../app/domain/claims/claim";
import { readiness } from "../../app/domain/tasks/readiness";
import { type No, notNow } from "../../app/domain/verdict";
import type { Database, Queryable, Transaction } from "../client.server";
import { prepared } from "../prepared.server";
import { claimEndings, claims } from "../schema/claims";
import { communities } from "../schema/communities";
import { people } from "../schema/people";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import { change, type Doer } from "./change.server";
import { endExpired } from "./claim-endings.server";
import type { Community } from "./communities.server";
import { join } from "./memberships.server";
import { holdsNow } from "./task-facts.server";
import { findTask } from "./tasks.server";

type Claimant = { personId: number; note: string };

/** The outcome of wanting a task: it is theirs until `expiresAt`, or the sentence that says why not. */
export type ClaimOutcome =
  | { ok: true; expiresAt: Date }
  | { ok: false; verdict: No; holder: Awaited<ReturnType<typeof findHolder>> };

/** Leaves the transaction of a claim that came too late, so that nothing of it stays: no membership either. */
class Late extends Error {
  constructor(readonly outcome: ClaimOutcome) {
    super("somebody was faster");
  }
}

/**
 * A person takes a task, and becomes a member of its community on the way. All in one transaction: the task is locked
 * against deletion and rewriting, the verdict is asked, and the unique indexes have the last word; what they refuse
 * becomes the verdict's own sentence, and leaves nothing behind. Null when there is no such task.
 */
export function claimTask(
  db: Database,
  doer: Doer,
  community: Pick<Community, "id" | "activeClaims" | "claimHours">,
  number: number,
  { personId, note }: Claimant,
): Promise<ClaimOutcome | null> {
  const claimed = change<ClaimOutcome | null>(db, doer, "claim task", async (tx) => {
    const key = await holdTaskForClaim(tx, community.id, number);
    const task = key && (await findTask(tx, community.id, number));
    if (!task) return null;
    const holder = await findHolder(tx, community.id, task.id);
    const [time] = await tx.execute<{ now: string }>(sql`select app_now() as now`);
    const now = new Date(time?.now ?? Number.NaN);
    const facts: ClaimFacts = {
      notReadyBecause: readiness({ ...task, mentorHoursLeft: null, now }).because,
      finished: task.finishedAt !== null,
      parked: task.themeState === "parked" || task.themeState === "done",
      heldBy: holder,
      personId,
      activeClaims: await countActiveClaims(tx, community.id, personId),
      limit: community.activeClaims,
    };
    const verdict = canClaim(facts);
    if (!verdict.ok) return { ok: false, verdict, holder };
    await join(tx, community.id, personId);
    const made = await addClaim(
      tx,
      { communityId: community.id, taskId: task.id, personId, note },
      { expiresAt: claimExpiry(now, community.claimHours), limit: community.activeClaims },
    );
    if (typeof made === "object") return { ok: true, expiresAt: made.expiresAt };
    const winner = await findHolder(tx, community.id, task.id);
    const lost = canClaim(made === "held" ? { ...facts, heldBy: winner } : { ...facts, activeClaims: facts.limit });
    const verdictNow = lost.ok ? notNow("Somebody was faster. Try again.") : lost;
    throw new Late({ ok: false, verdict: verdictNow, holder: winner });
  });
  return claimed.catch((error: unknown) => {
    if (error instanceof Late) return error.outcome;
    throw error;
  });
}

/** Why the database did not give the task: somebody holds it, or the person's slots are full. */
type ClaimRefused = "held" | "full";

/**
 * Takes a task for a person, until `expiresAt`. Two unique indexes decide: one open claim a task, one
 * open claim in each slot of a person. Claims past their clock, on this task or of this person, are ended first, so that
 * they stand in nobody's way. The task's row is shared-locked: nobody deletes or rewrites it meanwhile.
 */
async function addClaim(
  tx: Transaction,
  claim: { communityId: number; taskId: number; personId: number; note: string },
  terms: { expiresAt: Date; limit: number },
): Promise<{ id: number; expiresAt: Date } | ClaimRefused> {
  await endExpired(tx, claim);
  const slots = await tx
    .select({ slot: claims.slot })
    .from(claims)
    .where(and(eq(claims.communityId, claim.communityId), eq(claims.personId, claim.personId), isNull(claims.endedAt)));
  const used = new Set(slots.map(({ slot }) => slot));
  for (let slot = 1; slot <= terms.limit; slot += 1) {
    if (used.has(slot)) continue;
    const [made] = await tx
      .insert(claims)
      .values({ ...claim, slot, expiresAt: terms.expiresAt })
      .onConflictDoNothing()
      .returning({ id: claims.id, expiresAt: claims.expiresAt });
    if (made) return made;
    if (await findHolder(tx, claim.communityId, claim.taskId)) return "held";
  }
  return "full";
}

const holder = (db: Queryable) =>
  prepared(db, "holder of task", (db) =>
    db
      .select({
        claimId: claims.id,
        personId: claims.personId,
        name: people.name,
        claimedAt: claims.claimedAt,
        expiresAt: claims.expiresAt,
      })
      .from(claims)
      .innerJoin(people, eq(people.id, claims.personId))
      .where(
        and(
          eq(claims.communityId, sql.placeholder("communityId")),
          eq(claims.taskId, sql.placeholder("taskId")),
          holdsNow,
        ),
      )
      .prepare("holder_of_task"),
  );

/** Who holds a task now, or null. */
export async function findHolder(db: Queryable, communityId: number, taskId: number) {
  const [found] = await holder(db).execute({ communityId, taskId });
  return found ?? null;
}

/** How many tasks the person holds now in the community. */
export async function countActiveClaims(db: Queryable, communityId: number, personId: number): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(claims)
    .where(and(eq(claims.communityId, communityId), eq(claims.personId, personId), holdsNow));
  return row?.count ?? 0;
}

/** Hand-over notes of a task's earlier holders, newest first, at most ten. */
export const listHandOvers = (db: Queryable, communityId: number, taskId: number) =>
  db
    .select({
      name: people.name,
      reason: claimEndings.reason,
      note: claimEndings.note,
      endedAt: claimEndings.endedAt,
    })
    .from(claims)
    .innerJoin(claimEndings, and(eq(claimEndings.communityId, claims.communityId), eq(claimEndings.claimId, claims.id)))
    .innerJoin(people, eq(people.id, claims.personId))
    .where(and(eq(claims.communityId, communityId), eq(claims.taskId, taskId)))
    .orderBy(desc(claimEndings.endedAt), desc(claims.id))
    .limit(10);

/** Every claim of a person, across communities: those that hold now first, then the newest endings; at most 50. */
export const listClaimsOfPerson = (db: Queryable, personId: number) =>
  db
    .select({
      communitySlug: communities.slug,
      communityName: communities.name,
      number: tasks.number,
      title: tasks.title,
      themeTitle: themes.title,
      claimedAt: claims.claimedAt,
      expiresAt: claims.expiresAt,
      holds: holdsNow,
      now: sql`app_now()`.mapWith(claims.claimedAt),
      endedAt: claims.endedAt,
      reason: claimEndings.reason,
      mentorName: sql<string | null>`(select name from people where people.id = ${tasks.mentorId})`,
    })
    .from(claims)
    .innerJoin(communities, eq(communities.id, claims.communityId))
    .innerJoin(tasks, and(eq(tasks.communityId, claims.communityId), eq(tasks.id, claims.taskId)))
    .innerJoin(themes, and(eq(themes.communityId, tasks.communityId), eq(themes.id, tasks.themeId)))
    .leftJoin(claimEndings, and(eq(claimEndings.communityId, claims.communityId), eq(claimEndings.claimId, claims.id)))
    .where(eq(claims.personId, personId))
    .orderBy(desc(holdsNow), asc(sql`case when ${holdsNow} then ${claims.expiresAt} end`), desc(claims.claimedAt))
    .limit(50);

/** Locks a task against deletion and rewriting until commit; false when it is gone. */
async function holdTaskForClaim(tx: Transaction, communityId: number, number: number): Promise<boolean> {
  const [row] = await tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.communityId, communityId), eq(tasks.number, number), isNull(tasks.deletedAt)))
    .for("share");
  return row !== undefined;
}
