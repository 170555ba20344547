import { parentPort } from "node:worker_threads";
import { openClient } from "../../db/client.server";
import { runPlanOfCrowd } from "../../db/queries/crowd-planning.server";
import type { FromThread, RunOrder } from "./pairing-order";
import { StoringGate } from "./storing-gate";

/**
 * The thread of one run over a crowd: it reads everybody, pairs them and stores the draft over a connection of its own, and
 * tells how far it has got. The server begins it (`pairing-runs.server.ts`), and ends it to stop the run: PostgreSQL then takes
 * back whatever was not finished.
 */
export async function runOnce({ database, doer, at, seen, gate: shared }: RunOrder): Promise<void> {
  const tell = (message: FromThread) => parentPort?.postMessage(message);
  const gate = new StoringGate(shared);
  const client = openClient({ ...database, max: 4, applicationName: "portolan pairing" });
  try {
    const outcome = await runPlanOfCrowd(client.db, doer, at, seen, {
      watch: (step, compared) => tell({ is: "at", step, compared }),
      enter() {
        tell({ is: "at", step: "storing", compared: 0 });
        return gate.enter();
      },
      leave: () => gate.leave(),
    });
    tell({ is: "over", outcome });
  } finally {
    await client.close();
  }
}
