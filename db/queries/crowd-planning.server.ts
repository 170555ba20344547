import { limits } from "../../app/domain/limits";
import type { Watch } from "../../app/domain/pairing/progress";
import { canPair } from "../../app/domain/plans/deeds";
import { runPairing } from "../../app/domain/plans/run";
import { runStopped } from "../../app/domain/plans/running";
import { stepBetween } from "../../app/domain/plans/steps";
import { pairingKeepsChanging } from "../../app/domain/plans/words";
import { notNow } from "../../app/domain/verdict";
import type { Database } from "../client.server";
import type { Doer } from "./change.server";
import { findVersion } from "./last-change.server";
import { findPairing, type StoredPairing } from "./pairing.server";
import { addPlanStep } from "./plan-steps.server";
import { storeDraft } from "./plan-writing.server";
import { type At, onDraft, type Planned, type Ran, running, whatStands } from "./planning.server";
import { holdSprint } from "./sprints.server";

/** What a run over a crowd did: as `Ran`, and the revision of the draft that stands now. */
export type CrowdRan = { ran: Ran; rev: number };

/** What goes on with a run: `watch` is told how far it has got, and `enter` asked before it stores; `leave` says that it begins anew instead. */
export type RunWatch = { watch: Watch; enter: () => boolean | Promise<boolean>; leave: () => void };

/**
 * As `runPlan`, for a sprint of thousands: it takes seconds, so the sprint is held only while everybody is read, and again
 * while the draft is stored. Stored is only what was worked out from how things stand then: when registrations, pairs, rules or
 * settings have changed meanwhile it begins anew (`limits.pairingRounds` times at most, then 409), and when somebody has
 * changed the draft theirs stays, and it is `late`. Everybody is read again only when something in the community has changed.
 * Nothing is written before the end, so that whatever stops a run leaves no trace; refused (409) where `enter` says that it was
 * stopped. It keeps its thread busy: let one of its own wait for it.
 */
export async function runPlanOfCrowd(
  db: Database,
  doer: Doer,
  at: At,
  seen: number | null,
  { watch, enter, leave }: RunWatch,
): Promise<Planned<CrowdRan>> {
  for (let round = 1; round <= limits.pairingRounds; round++) {
    const read = await readHeld(db, at, seen);
    if (!("pairing" in read)) return read;
    const made = runPairing(read.pairing, watch);
    if (!(await enter())) return { is: "no", verdict: notNow(runStopped("Somebody")) };
    const stored = await onDraft<CrowdRan | null>(
      db,
      doer,
      at,
      { ...running, deed: null },
      async (tx, pairing) => {
        const answer = withRev(whatStands(pairing, seen), pairing);
        if (answer) return answer;
        // The very same people are those it read before.
        if (pairing.people !== read.pairing.people && facts(pairing) !== facts(read.pairing)) return begunAnew;
        const { rev } = await storeDraft(tx, at, at.personId, made);
        const change = stepBetween(pairing, { draft: made, rules: pairing.rules });
        await addPlanStep(tx, at, { rev, deed: running.deed, madeBy: at.personId, change });
        return { is: "done", said: { ran: "made", rev } };
      },
      async (tx, held) =>
        (await findVersion(tx, at.communityId)) === read.version
          ? { ...read.pairing, sprint: held }
          : findPairing(tx, at.communityId, held),
    );
    if (stored.is !== "done") return stored;
    if (stored.said !== null) return { is: "done", said: stored.said };
    leave();
  }
  return { is: "no", verdict: notNow(pairingKeepsChanging) };
}

const begunAnew = { is: "done", said: null } as const;

/**
 * Everybody, as they stand while the sprint is held, and at which version of the community; or why there is nothing to run.
 * Whoever changes any of it later has to wait for the sprint, so that their change is a later one.
 */
const readHeld = (
  db: Database,
  { communityId, sprintId }: At,
  seen: number | null,
): Promise<{ pairing: StoredPairing; version: string } | Planned<CrowdRan>> =>
  db.transaction(async (tx) => {
    const held = await holdSprint(tx, communityId, sprintId);
    if (!held) throw new Error("there is no such sprint");
    const verdict = canPair(held, held.now);
    if (!verdict.ok) return { is: "no", verdict };
    const version = await findVersion(tx, communityId);
    const pairing = await findPairing(tx, communityId, held);
    return withRev(whatStands(pairing, seen), pairing) ?? { pairing, version };
  });

const withRev = (answer: Planned<Ran> | null, { draft }: StoredPairing): Planned<CrowdRan> | null =>
  answer?.is === "done" ? { is: "done", said: { ran: answer.said, rev: draft?.rev ?? 0 } } : answer;

/** All that a run looks at, as a text that is the same as long as nothing of it changes. */
const facts = ({ sprint, ...rest }: StoredPairing): string =>
  JSON.stringify({ sprint: { ...sprint, now: null }, ...rest });
