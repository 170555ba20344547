import type { Database } from "../../db/client.server";
import type { StoredPairing } from "../../db/queries/pairing.server";
import type { Engine } from "../domain/plans/engine";

/** What is known of a plan when something is asked of it: everything pairing looks at, an engine, and what it was asked before. */
export type Known = { db: Database; communityId: number; pairing: StoredPairing; engine: Engine; once: Once };

/** Works something out, once for as long as the plan is known so. */
export type Once = <Found>(what: string, work: () => Found) => Found;

/** Keeps what it works out. */
export function keptOnce(): Once {
  const kept = new Map<string, unknown>();
  return <Found>(what: string, work: () => Found): Found => {
    if (!kept.has(what)) kept.set(what, work());
    return kept.get(what) as Found;
  };
}
