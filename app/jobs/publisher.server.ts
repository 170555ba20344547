import type { Worker } from "node:worker_threads";
import type { PublishedBeside, PublishingOrder } from "./publishing-order";
import { openThread } from "./thread.server";

/**
 * Publishes the drafts of crowds beside the server, each in a thread of its own: reading everybody and writing to thousands would keep
 * it from answering others. Whoever asks waits for the answer, as of a small sprint. Two at once meet at the sprint's row.
 */
export class Publisher {
  private readonly workers = new Set<Worker>();

  constructor(private readonly options: { database: PublishingOrder["database"] }) {}

  /** Publishes a draft, and answers what became of it; rejected when the thread fails, and nothing was published then. */
  publish(order: Omit<PublishingOrder, "is" | "database">): Promise<PublishedBeside> {
    const worker = openThread({ is: "publishing", ...order, database: this.options.database });
    this.workers.add(worker);
    return new Promise((resolve, reject) => {
      worker.on("message", resolve);
      worker.on("error", reject);
      worker.on("exit", () => {
        this.workers.delete(worker);
        reject(new Error("the thread that publishes has ended"));
      });
    });
  }

  /** Ends all of them: what is published is published whole, or not at all. */
  async close(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.terminate()));
  }
}
