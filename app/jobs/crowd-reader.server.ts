import type { Worker } from "node:worker_threads";
import type { Database } from "../../db/client.server";
import { findPairing } from "../../db/queries/pairing.server";
import { countRegistrations } from "../../db/queries/registrations.server";
import { limits } from "../domain/limits";
import { engine } from "../domain/plans/engine";
import { isCrowd } from "../domain/plans/running";
import type { OfSprint, Question, ReaderOrder, Reply } from "./crowd-order";
import type { Known } from "./known-plan";
import { type Answer, type Asked, planReadings, type ReadingName } from "./plan-readings.server";
import { openThread } from "./thread.server";

/**
 * Answers what is asked of the plan of a sprint: within the request, or, of a crowd, in a thread beside the server, so that
 * pages are answered meanwhile. Without a `crowdReader` everybody is read within the request.
 */
export async function readPlan<Name extends ReadingName>(
  { db, crowdReader }: { db: Database; crowdReader: CrowdReader | null },
  of: OfSprint,
  name: Name,
  asked: Asked<Name>,
): Promise<Answer<Name>> {
  const communityId = of.community.id;
  if (crowdReader && isCrowd(await countRegistrations(db, communityId, of.sprint.id))) {
    return crowdReader.ask(of, name, asked);
  }
  const pairing = await findPairing(db, communityId, of.sprint);
  const read = planReadings[name] as (known: Known, asked: Asked<Name>) => Promise<Answer<Name>>;
  return read({ db, communityId, pairing, engine, once: (_, work) => work() } satisfies Known, asked);
}

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting> };

/**
 * The thread that reads the plans of crowds: one for all of a server's sprints, begun at the first question. It keeps what it
 * knows for the next, and ends when nobody has asked for some minutes. It writes nothing: ended at any moment, nothing is lost.
 */
export class CrowdReader {
  private thread: Thread | null = null;
  private asked = 0;
  private leaving: NodeJS.Timeout | undefined;

  constructor(private readonly options: { database: ReaderOrder["database"] }) {}

  /** Asks something of the plan of a sprint; rejected when the thread fails. */
  ask<Name extends ReadingName>(of: OfSprint, name: Name, asked: Asked<Name>): Promise<Answer<Name>> {
    this.thread ??= this.open();
    const { worker, waiting } = this.thread;
    const id = ++this.asked;
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => void this.close(), limits.crowdKeptMinutes * 60_000).unref();
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      // Only as much of the two as is read: the rest may hold what no thread can be handed.
      const { community, sprint } = of;
      const here: OfSprint = { community: { id: community.id, slug: community.slug }, sprint };
      worker.postMessage({ id, of: here, name, asked } satisfies Question);
    });
  }

  /** Ends the thread; whoever still waits for an answer is told that there is none. */
  async close(): Promise<void> {
    clearTimeout(this.leaving);
    const { thread } = this;
    // Whoever asks from now on gets another one.
    this.thread = null;
    await thread?.worker.terminate();
  }

  private open(): Thread {
    const worker = openThread({ is: "reader", database: this.options.database });
    const thread: Thread = { worker, waiting: new Map() };
    worker.on("message", (reply: Reply) => {
      const one = thread.waiting.get(reply.id);
      thread.waiting.delete(reply.id);
      if ("answer" in reply) one?.resolve(reply.answer as never);
      else one?.reject(new Error(reply.failed));
    });
    const end = (error: Error) => {
      if (this.thread === thread) this.thread = null;
      for (const { reject } of thread.waiting.values()) reject(error);
      thread.waiting.clear();
    };
    worker.on("error", end);
    worker.on("exit", () => end(new Error("the thread that reads crowds has ended")));
    return thread;
  }
}
