import { and, eq, inArray, sql } from "drizzle-orm";
import { canPair, canSeat, fullWords, pairedWords } from "../../app/domain/plans/deeds";
import { faultsOf } from "../../app/domain/plans/faults";
import { judgeOf, obstaclesAmong, reasonsForBoth } from "../../app/domain/plans/judge";
import { freeSeatsIn, mentorsOf, type Pairing, type Registered, unpaired } from "../../app/domain/plans/pairing";
import { seatsOf } from "../../app/domain/plans/seats";
import { faultWords, publishedAlready } from "../../app/domain/plans/words";
import { type No, notNow } from "../../app/domain/verdict";
import type { Database, Transaction } from "../client.server";
import { people } from "../schema/people";
import { registrations } from "../schema/registrations";
import { change, type Doer } from "./change.server";
import { listPairRules } from "./pair-rules.server";
import { findPairing, listActivePairs } from "./pairing.server";
import { addPair } from "./pairs.server";
import { findPartners } from "./partners.server";
import { advanceDraft, markPublished, takeOutOfDraft } from "./plan-writing.server";
import { findDraft, findPublished } from "./plans.server";
import { holdSprint, shareSprint } from "./sprints.server";
import { giveStarters, type Starter } from "./starter-tasks.server";

type At = { communityId: number; sprintId: number };

/** Somebody of a new pair, for the mail that tells them. */
export type Told = { personId: number; name: string; email: string };

/** A pair that has just come about. `reasons`: for both of them; `starter`: a task they could begin with, if there is one. */
export type NewPair = { id: number; newcomer: Told; mentor: Told; reasons: string[]; starter: Starter | null };

/** Writes to those of new pairs, while they become pairs. */
type Tell = (tx: Transaction, pairs: NewPair[]) => Promise<void>;

/** What became of publishing: the pairs there are now, or that the draft is another than the organizer saw, or why not. */
export type Published = { is: "done"; pairs: NewPair[] } | { is: "late" } | { is: "no"; verdict: No };

/**
 * Publishes the draft that an organizer saw at revision `seen`: its pairs become active, with the reasons that are meant for
 * both, and the plan is marked, all in one transaction that holds the sprint. Refused (409), and nothing is published: a plan
 * that has been published already, one without pairs, one with a pair that no longer holds. `tell` writes to people in the same
 * transaction.
 */
export function publishDraft(db: Database, doer: Doer, at: At, seen: number, tell?: Tell): Promise<Published> {
  return change(db, doer, "publish plan", async (tx): Promise<Published> => {
    const held = await holdSprint(tx, at.communityId, at.sprintId);
    if (!held) throw new Error("there is no such sprint");
    const may = canPair(held, held.now);
    if (!may.ok) return { is: "no", verdict: may };
    const pairing = await findPairing(tx, at.communityId, held);
    const { draft } = pairing;
    if (!draft) return no(await noDraft(tx, at));
    if (draft.rev !== seen) return { is: "late" };
    if (draft.pairs.length === 0) return no("This plan pairs nobody, so there is nothing to publish.");
    const mentors = mentorsOf(pairing);
    const faults = faultsOf(pairing, obstaclesAmong(held, unpaired(pairing), mentors));
    if (faults.length > 0) return no(faultWords(faults.map(({ because }) => because)));
    const key = { communityId: at.communityId, id: draft.id, rev: seen, publishedBy: doer.personId };
    if (!(await markPublished(tx, key))) return { is: "late" };
    const made = await activate(tx, at, { ...pairing, draft });
    await tell?.(tx, made);
    return { is: "done", pairs: made };
  });
}

const no = (because: string): { is: "no"; verdict: No } => ({ is: "no", verdict: notNow(because) });

async function noDraft(tx: Transaction, { communityId, sprintId }: At): Promise<string> {
  const published = await findPublished(tx, communityId, sprintId);
  if (!published) return "There is no plan to publish yet. Run the pairing first.";
  return publishedAlready(published.publishedBy);
}

/** Writes the pairs of a draft without faults. Their seats are counted anew: a published pair may have taken one meanwhile. */
async function activate(
  tx: Transaction,
  at: At,
  pairing: Pairing & Pick<Required<Pairing>, "draft">,
): Promise<NewPair[]> {
  const { draft, sprint } = pairing;
  if (!draft) return [];
  const mentors = mentorsOf(pairing);
  const reasonsOf = reasonsForBoth(sprint, unpaired(pairing), mentors, pairing.settings);
  const freeSeats = freeSeatsIn({ sprint, pairs: pairing.pairs });
  const free = new Map(mentors.map((mentor) => [mentor.id, freeSeats(mentor)]));
  const rows = draft.pairs.map(({ newcomerId, mentorId }) => {
    const seat = free.get(mentorId)?.shift();
    if (seat === undefined) throw new Error("a draft gives away a seat that is not free");
    return {
      newcomerId,
      mentorId,
      seat,
      reasons: reasonsOf(newcomerId, mentorId) ?? [],
    };
  });
  // One value for all of them, however many: a statement takes 65,535.
  const made = await tx.execute<MadePair>(sql`
    insert into pairs (community_id, sprint_id, newcomer_id, mentor_id, seat, reasons, active_at)
    select ${at.communityId}, ${at.sprintId}, p."newcomerId", p."mentorId", p.seat, p.reasons, app_now()
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as p("newcomerId" bigint, "mentorId" bigint, seat smallint, reasons jsonb)
    returning id::int, newcomer_id::int as "newcomerId", mentor_id::int as "mentorId", reasons`);
  return withPeople(tx, at.communityId, made, pairing.people);
}

type MadePair = { id: number; newcomerId: number; mentorId: number; reasons: string[] };

async function withPeople(
  tx: Transaction,
  communityId: number,
  made: readonly MadePair[],
  registered: readonly Registered[],
): Promise<NewPair[]> {
  const ids = [...new Set(made.flatMap(({ newcomerId, mentorId }) => [newcomerId, mentorId]))];
  const rows = await tx
    .select({ id: registrations.id, personId: people.id, name: people.name, email: people.email })
    .from(registrations)
    .innerJoin(people, eq(people.id, registrations.personId))
    .where(and(eq(registrations.communityId, communityId), inArray(registrations.id, ids)));
  const known = new Map(rows.map(({ id, ...person }) => [id, person]));
  const starters = await giveStarters(tx, communityId, made, registered);
  return made.flatMap(({ id, newcomerId, mentorId, reasons }) => {
    const newcomer = known.get(newcomerId);
    const mentor = known.get(mentorId);
    return newcomer && mentor ? [{ id, newcomer, mentor, reasons, starter: starters.get(newcomerId) ?? null }] : [];
  });
}

/** What became of approving one pair: it is active, or why not; `nobody`: one of the two is not among those who come. */
export type Approved =
  | { is: "done"; pair: NewPair }
  | { is: "no"; verdict: No }
  | { is: "nobody"; field: "newcomer" | "mentor" };

/**
 * Approves one pair at once, past any draft: it is active on the lowest free seat of its mentor. However many are approved at
 * the same moment, unique indexes give each seat once; whoever comes too late is told who has the seats (409). Also refused
 * (409): a pair that `canSeat` refuses. The draft, if there is one, lets go of the newcomer.
 */
export function approvePair(
  db: Database,
  doer: Doer,
  at: At,
  { newcomerId, mentorId }: { newcomerId: number; mentorId: number },
  tell?: Tell,
): Promise<Approved> {
  return change(db, doer, "approve pair", async (tx): Promise<Approved> => {
    const sprint = await shareSprint(tx, at.communityId, at.sprintId);
    if (!sprint) throw new Error("there is no such sprint");
    const may = canPair(sprint, sprint.now);
    if (!may.ok) return { is: "no", verdict: may };
    const both = await findPartners(tx, at.communityId, at.sprintId, [newcomerId, mentorId]);
    const newcomer = both.find(({ id, role }) => id === newcomerId && role === "newcomer");
    const mentor = both.find(({ id, role }) => id === mentorId && role === "mentor");
    if (!newcomer) return { is: "nobody", field: "newcomer" };
    if (!mentor) return { is: "nobody", field: "mentor" };

    const judged = judgeOf(sprint, [newcomer], [mentor], sprint.pairing ?? undefined)(newcomerId, mentorId);
    if (!judged) throw new Error("two people who are there were not looked at");
    const now = {
      sprint,
      pairs: await listActivePairs(tx, at.communityId, at.sprintId),
      rules: await listPairRules(tx, at.communityId, at.sprintId),
      draft: null,
    };
    const verdict = canSeat(now, { newcomer, mentor, judged });
    if (!verdict.ok) return { is: "no", verdict };
    const reasons =
      reasonsForBoth(sprint, [newcomer], [mentor], sprint.pairing ?? undefined)(newcomerId, mentorId) ?? [];
    const made = await addPair(tx, { ...at, newcomerId, mentorId, reasons }, seatsOf(mentor, sprint));
    if (typeof made === "string") {
      const active = await listActivePairs(tx, at.communityId, at.sprintId);
      const has = active.find((pair) => pair.newcomerId === newcomerId);
      if (has) return no(pairedWords(newcomer, has.mentor));
      const sits = active.filter((pair) => pair.mentorId === mentorId);
      return no(
        fullWords(
          mentor,
          sits.map((pair) => pair.newcomer),
        ),
      );
    }
    const draft = await findDraft(tx, at.communityId, at.sprintId);
    const planned = [...(draft?.pairs ?? []), ...(draft?.waits ?? [])].some((one) => one.newcomerId === newcomerId);
    if (draft && planned && (await advanceDraft(tx, { communityId: at.communityId, id: draft.id }))) {
      await takeOutOfDraft(tx, { ...at, id: draft.id }, [newcomerId]);
    }
    const [pair] = await withPeople(tx, at.communityId, [{ id: made.id, newcomerId, mentorId, reasons }], both);
    if (!pair) throw new Error("a pair was made of people who are not there");
    await tell?.(tx, [pair]);
    return { is: "done", pair };
  });
}
