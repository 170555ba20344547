import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { claimExpiry } from "../../app/domain/claims/claim";
import type { ClaimEnding } from "../../app/domain/claims/endings";
import { limits } from "../../app/domain/limits";
import { canPrepare, tooManyPreparations } from "../../app/domain/preparations/deeds";
import type { PreparationKind } from "../../app/domain/preparations/words";
import type { No } from "../../app/domain/verdict";
import type { Queryable, Transaction } from "../client.server";
import { communities } from "../schema/communities";
import { people } from "../schema/people";
import { preparationEndings, preparations } from "../schema/preparations";
import { questions } from "../schema/questions";
import { tasks } from "../schema/tasks";
import { themes } from "../schema/themes";
import type { Community } from "./communities.server";
import { findRole } from "./memberships.server";
import { endExpiredPreparations } from "./preparation-endings.server";

/** What is prepared: a task, a question, a theme that is split, or a theme that gets a mentor at a sprint. */
export type PreparationOf = {
  kind: PreparationKind;
  themeId: number;
  taskId: number | null;
  questionId: number | null;
  sprintId: number | null;
};

/** The piece is theirs until `expiresAt`, or the sentence that says why not. */
export type PreparationOutcome = { ok: true; id: number; expiresAt: Date } | { ok: false; verdict: No };

const holds = and(isNull(preparations.endedAt), sql`${preparations.expiresAt} > app_now()`);

const isOf = (communityId: number, of: PreparationOf) =>
  and(
    eq(preparations.communityId, communityId),
    eq(preparations.kind, of.kind),
    eq(preparations.themeId, of.themeId),
    sql`${preparations.taskId} is not distinct from ${of.taskId}`,
    sql`${preparations.questionId} is not distinct from ${of.questionId}`,
  );

/**
 * A member takes a piece of preparation, for as long as a claim lasts. The verdict is asked, and unique indexes have the last
 * word: one holder a piece, and one piece in each of a person's slots. `reached`: it needs no preparing any more.
 */
export async function takePreparation(
  tx: Transaction,
  community: Pick<Community, "id" | "claimHours" | "now">,
  of: PreparationOf,
  { personId, reached }: { personId: number; reached: boolean },
): Promise<PreparationOutcome> {
  await endExpiredPreparations(tx, community.id);
  const theirs = await tx
    .select({ slot: preparations.slot })
    .from(preparations)
    .where(and(eq(preparations.communityId, community.id), eq(preparations.personId, personId), holds));
  const member = (await findRole(tx, community.id, personId)) !== null;
  const facts = { reached, personId, active: theirs.length, member };
  const verdict = canPrepare({ ...facts, heldBy: await findPreparer(tx, community.id, of) });
  if (!verdict.ok) return { ok: false, verdict };
  const used = new Set(theirs.map(({ slot }) => slot));
  const expiresAt = claimExpiry(community.now, community.claimHours);
  for (let slot = 1; slot <= limits.activePreparations; slot += 1) {
    if (used.has(slot)) continue;
    const [made] = await tx
      .insert(preparations)
      .values({ communityId: community.id, ...of, personId, slot, expiresAt })
      .onConflictDoNothing()
      .returning({ id: preparations.id, expiresAt: preparations.expiresAt });
    if (made) return { ok: true, ...made };
    const late = canPrepare({ ...facts, heldBy: await findPreparer(tx, community.id, of) });
    if (!late.ok) return { ok: false, verdict: late };
  }
  return { ok: false, verdict: tooManyPreparations };
}

/** Who prepares something now, or null. */
async function findPreparer(db: Queryable, communityId: number, of: PreparationOf) {
  const [found] = await db
    .select({ personId: preparations.personId, name: people.name })
    .from(preparations)
    .innerJoin(people, eq(people.id, preparations.personId))
    .where(and(isOf(communityId, of), holds));
  return found ?? null;
}

/** Hands a preparation back, if it still holds; false when it has ended. */
export async function endPreparation(
  tx: Transaction,
  key: { communityId: number; id: number },
  ending: { reason: ClaimEnding; note: string; endedBy: number },
): Promise<boolean> {
  const [closed] = await tx
    .update(preparations)
    .set({ endedAt: sql`app_now()` })
    .where(and(eq(preparations.communityId, key.communityId), eq(preparations.id, key.id), holds))
    .returning({ endedAt: sql<string>`${preparations.endedAt}::text` });
  if (!closed) return false;
  await tx.insert(preparationEndings).values({
    communityId: key.communityId,
    preparationId: key.id,
    ...ending,
    endedAt: sql`${closed.endedAt}::timestamptz`,
  });
  return true;
}

const selectPreparations = (db: Queryable) =>
  db
    .select({
      id: preparations.id,
      kind: preparations.kind,
      personId: preparations.personId,
      name: people.name,
      community: {
        slug: communities.slug,
        name: communities.name,
        now: sql<Date>`app_now()`.mapWith(preparations.expiresAt),
      },
      theme: { slug: themes.slug, title: themes.title },
      taskNumber: tasks.number,
      questionNumber: questions.number,
      title: sql<string>`coalesce(${tasks.title}, ${questions.title}, ${themes.title})`,
      expiresAt: preparations.expiresAt,
      holds: sql<boolean>`${holds}`,
      endedAt: preparations.endedAt,
      reason: preparationEndings.reason,
      note: preparationEndings.note,
    })
    .from(preparations)
    .innerJoin(communities, eq(communities.id, preparations.communityId))
    .innerJoin(people, eq(people.id, preparations.personId))
    .innerJoin(themes, and(eq(themes.communityId, preparations.communityId), eq(themes.id, preparations.themeId)))
    .leftJoin(tasks, and(eq(tasks.communityId, preparations.communityId), eq(tasks.id, preparations.taskId)))
    .leftJoin(
      questions,
      and(eq(questions.communityId, preparations.communityId), eq(questions.id, preparations.questionId)),
    )
    .leftJoin(
      preparationEndings,
      and(
        eq(preparationEndings.communityId, preparations.communityId),
        eq(preparationEndings.preparationId, preparations.id),
      ),
    );

export type Preparation = Awaited<ReturnType<typeof selectPreparations>>[number];

/** A preparation by its number, running or ended, or null. */
export async function findPreparation(db: Queryable, communityId: number, id: number): Promise<Preparation | null> {
  const [found] = await selectPreparations(db).where(
    and(eq(preparations.communityId, communityId), eq(preparations.id, id)),
  );
  return found ?? null;
}

/** What is being prepared in a community now, whatever runs out first; at most 100. */
export const listPreparing = (db: Queryable, communityId: number): Promise<Preparation[]> =>
  selectPreparations(db)
    .where(and(eq(preparations.communityId, communityId), holds))
    .orderBy(asc(preparations.expiresAt), asc(preparations.id))
    .limit(100);

/** Who prepared a task, or prepares it now: the latest first; at most 5. */
export const listPreparationsOfTask = (db: Queryable, communityId: number, taskId: number): Promise<Preparation[]> =>
  selectPreparations(db)
    .where(
      and(
        eq(preparations.communityId, communityId),
        eq(preparations.taskId, taskId),
        sql`(${holds} or ${preparationEndings.reason} = 'finished')`,
      ),
    )
    .orderBy(desc(preparations.id))
    .limit(5);

/** What a person prepares, and has prepared, in a community, the latest first; at most 50. */
export const listPreparationsOf = (db: Queryable, communityId: number, personId: number): Promise<Preparation[]> =>
  selectPreparations(db)
    .where(
      and(
        eq(preparations.communityId, communityId),
        eq(preparations.personId, personId),
        sql`(${holds} or ${preparationEndings.reason} = 'finished')`,
      ),
    )
    .orderBy(desc(preparations.id))
    .limit(50);

/** What a person prepares now, in every community, whatever runs out first. */
export const listHeldPreparations = (db: Queryable, personId: number): Promise<Preparation[]> =>
  selectPreparations(db)
    .where(and(eq(preparations.personId, personId), holds))
    .orderBy(asc(preparations.expiresAt), asc(preparations.id))
    .limit(50);

/** What was prepared on the days of a sprint, and by whom, the latest first; at most 50. */
export const listPreparedDuring = (
  db: Queryable,
  communityId: number,
  { startsOn, endsOn, timeZone }: { startsOn: string; endsOn: string; timeZone: string },
): Promise<Preparation[]> =>
  selectPreparations(db)
    .where(
      and(
        eq(preparations.communityId, communityId),
        eq(preparationEndings.reason, "finished"),
        sql`(${preparations.endedAt} at time zone ${timeZone})::date between ${startsOn}::date and ${endsOn}::date`,
      ),
    )
    .orderBy(desc(preparations.endedAt), desc(preparations.id))
    .limit(50);
