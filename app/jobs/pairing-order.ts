import type { ClientOptions } from "../../db/client.server";
import type { Doer } from "../../db/queries/change.server";
import type { CrowdRan } from "../../db/queries/crowd-planning.server";
import type { Planned } from "../../db/queries/planning.server";
import type { RunStep } from "../domain/plans/running";

/** What a thread is given when it begins. */
export type RunOrder = {
  is: "run";
  database: Omit<ClientOptions, "onStatement">;
  doer: Doer;
  at: { communityId: number; sprintId: number; personId: number };
  /** The revision of the draft that the organizer saw; null: none. */
  seen: number | null;
  /** What its `StoringGate` is made of. */
  gate: SharedArrayBuffer;
};

/** What a thread tells: where it is, and, last, what it came to. */
export type FromThread = { is: "at"; step: RunStep; compared: number } | { is: "over"; outcome: Planned<CrowdRan> };
