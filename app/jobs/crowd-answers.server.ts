import { parentPort } from "node:worker_threads";
import { openClient } from "../../db/client.server";
import { findLastChange } from "../../db/queries/last-change.server";
import { findPairing } from "../../db/queries/pairing.server";
import { limits } from "../domain/limits";
import { keptEngine } from "../domain/plans/engine";
import { placedByHand } from "../domain/plans/what-if";
import type { OfSprint, Question, ReaderOrder, Reply } from "./crowd-order";
import { type Known, keptOnce } from "./known-plan";
import { planReadings, type ReadingName } from "./plan-readings.server";

/** How many crowds are kept in mind: each takes some tens of megabytes. */
const crowdsMost = 2;

/**
 * The thread that answers what is asked of crowds, one question after the other. What it has read and worked out of a sprint it
 * keeps until something in the community changes (its last changes tell, as of a public page), or a minute has gone by: a claim
 * runs out without a change, and its mentor has the hours again.
 */
export function answerQuestions({ database }: ReaderOrder): void {
  const { db } = openClient({ ...database, max: 4, applicationName: "portolan crowds" });
  const kept = new Map<number, { version: string; at: Date; known: Known }>();

  const know = async ({ community, sprint }: OfSprint): Promise<Known> => {
    const last = await findLastChange(db, community.slug);
    const version = JSON.stringify([last?.version, sprint]);
    const found = kept.get(sprint.id);
    const seconds = found && last ? (last.now.getTime() - found.at.getTime()) / 1_000 : -1;
    if (found?.version === version && seconds >= 0 && seconds < limits.crowdKnownSeconds) return found.known;
    const pairing = await findPairing(db, community.id, sprint);
    const known = { db, communityId: community.id, pairing, engine: keptEngine(pairing), once: keptOnce() };
    kept.delete(sprint.id);
    if (last) kept.set(sprint.id, { version, at: last.now, known });
    for (const id of [...kept.keys()].slice(0, -crowdsMost)) kept.delete(id);
    return known;
  };

  const answer = async ({ id, of, name, asked }: Question): Promise<void> => {
    const tell = (reply: Reply) => parentPort?.postMessage(reply);
    try {
      const known = await know(of);
      const read = planReadings[name as ReadingName] as (known: Known, asked: unknown) => unknown;
      tell({ id, answer: await read(known, asked) });
      // Whoever looks at the table is about to pick somebody up.
      if (name === "table" && known.pairing.draft) known.engine.solve(known.pairing, placedByHand(known.pairing));
    } catch (error) {
      tell({ id, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  };

  let before: Promise<unknown> = Promise.resolve();
  parentPort?.on("message", (question: Question) => {
    before = before.then(() => answer(question));
  });
}
