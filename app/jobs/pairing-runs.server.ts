import type { Worker } from "node:worker_threads";
import { limits } from "../domain/limits";
import { type Running, runFailed, runStopped, runWasLate } from "../domain/plans/running";
import { ranWords } from "../domain/plans/words";
import type { FromThread, RunOrder } from "./pairing-order";
import { StoringGate } from "./storing-gate";
import { openThread } from "./thread.server";

/** What came of a run: a sentence for the organizers, and the draft it is about; `isDone` when there is a plan. */
export type RunNews = { said: string; isDone: boolean; rev: number | null };

type Run = { running: Running; gate: StoringGate; worker: Worker; over: Promise<void> };

export type PairingRunsOptions = {
  /** Where the threads find the database. */
  database: RunOrder["database"];
  /** Told what went wrong in a thread. */
  failed: (error: unknown) => void;
};

/**
 * The pairings of crowds that go on beside this server, one a sprint: each in a thread of its own, so that pages are answered
 * meanwhile. What is known of them is kept in memory alone. A run writes nothing before its end: when the server stops, or
 * falls over, it has never been, and nothing is left that says it goes on.
 */
export class PairingRuns {
  private readonly runs = new Map<number, Run>();
  private readonly news = new Map<number, RunNews & { until: number }>();

  constructor(private readonly options: PairingRunsOptions) {}

  /** The run of a sprint that goes on, or null. */
  find(sprintId: number): Running | null {
    return this.runs.get(sprintId)?.running ?? null;
  }

  /**
   * What came of the last run of a sprint, for some minutes; null for what nobody needs to be told any more. `rev`: that of the
   * draft there is now.
   */
  newsOf(sprintId: number, rev: number | null): RunNews | null {
    const news = this.news.get(sprintId);
    if (!news || performance.now() > news.until || (news.isDone && news.rev !== rev)) return null;
    return news;
  }

  /** Begins a run, unless one of the sprint goes on; false then. */
  begin(
    order: Omit<RunOrder, "is" | "database" | "gate">,
    { by, people, newcomers }: Pick<Running, "by" | "people" | "newcomers">,
  ): boolean {
    const { sprintId } = order.at;
    if (this.runs.has(sprintId)) return false;
    this.news.delete(sprintId);
    const running: Running = { by, people, newcomers, step: "reading", compared: 0 };
    const gate = new StoringGate();
    const worker = openThread({ is: "run", ...order, database: this.options.database, gate: gate.shared });
    const over = new Promise<void>((resolve) => {
      worker.on("message", (message: FromThread) => {
        if (message.is === "at") Object.assign(running, { step: message.step, compared: message.compared });
        else this.tell(sprintId, newsIn(message.outcome));
      });
      worker.on("error", (error) => {
        this.options.failed(error);
        this.tell(sprintId, { said: runFailed, isDone: false, rev: null });
      });
      worker.on("exit", () => {
        this.runs.delete(sprintId);
        resolve();
      });
    });
    this.runs.set(sprintId, { running, gate, worker, over });
    return true;
  }

  /** Stops the run of a sprint, and answers when it has stopped; false when there is none, or its plan is being stored. */
  async stop(sprintId: number, by: string): Promise<boolean> {
    const run = this.runs.get(sprintId);
    if (!run?.gate.shut()) return false;
    await run.worker.terminate();
    await run.over;
    this.tell(sprintId, { said: runStopped(by), isDone: false, rev: null });
    return true;
  }

  /** Ends all of them, wherever they are: what is stored is stored whole, or not at all. */
  async close(): Promise<void> {
    await Promise.all([...this.runs.values()].map(({ worker }) => worker.terminate()));
  }

  private tell(sprintId: number, news: RunNews): void {
    this.news.set(sprintId, { ...news, until: performance.now() + limits.pairingNewsMinutes * 60_000 });
  }
}

function newsIn(outcome: Extract<FromThread, { is: "over" }>["outcome"]): RunNews {
  if (outcome.is === "done") return { said: ranWords[outcome.said.ran], isDone: true, rev: outcome.said.rev };
  if (outcome.is === "no") return { said: outcome.verdict.because, isDone: false, rev: null };
  return { said: runWasLate, isDone: false, rev: null };
}
