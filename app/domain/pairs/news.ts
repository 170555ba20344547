import type { CheckIn } from "./health";

/** The newcomer's newest claim since the pair began: when it was taken and, if they ended it, when and how. */
export type LastClaim = {
  number: number;
  title: string;
  claimedAt: Date;
  ended: { reason: "finished" | "released"; at: Date } | null;
};

/** The newest thing heard from a pair. */
export type News =
  | { kind: "check-in"; at: Date; checkIn: CheckIn }
  | { kind: "task"; at: Date; did: "took" | "finished" | "handed back"; number: number; title: string };

/** The newest of a check-in and what the newcomer did with a task; null when nothing has been heard yet. */
export function lastNews({
  lastCheckIn,
  lastClaim,
}: {
  lastCheckIn: CheckIn | null;
  lastClaim: LastClaim | null;
}): News | null {
  const said: News | null = lastCheckIn && { kind: "check-in", at: lastCheckIn.at, checkIn: lastCheckIn };
  const done: News | null = lastClaim && {
    kind: "task",
    at: lastClaim.ended?.at ?? lastClaim.claimedAt,
    did: lastClaim.ended === null ? "took" : lastClaim.ended.reason === "finished" ? "finished" : "handed back",
    number: lastClaim.number,
    title: lastClaim.title,
  };
  if (!said || !done) return said ?? done;
  return done.at > said.at ? done : said;
}
