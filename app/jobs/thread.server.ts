import { Worker } from "node:worker_threads";
import type { ReaderOrder } from "./crowd-order";
import type { RunOrder } from "./pairing-order";
import type { PublishingOrder } from "./publishing-order";

/** Begins a thread: its own file beside the built server, which is one file; from the sources, in development and in tests. */
export function openThread(order: RunOrder | ReaderOrder | PublishingOrder): Worker {
  const isBuilt = !import.meta.url.endsWith(".ts");
  const file = isBuilt ? "./pairing-thread.js" : "./pairing-thread-from-sources.mjs";
  return new Worker(new URL(file, import.meta.url), { workerData: order });
}
