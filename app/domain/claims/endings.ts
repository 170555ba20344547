/**
 * How a claim ends. `released`: handed back by its holder; `finished`: the task is done; `expired`: its clock ran out;
 * `removed`: an organizer freed the task.
 */
export const claimEndings = ["released", "finished", "expired", "removed"] as const;
export type ClaimEnding = (typeof claimEndings)[number];
