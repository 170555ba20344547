import { limits } from "../limits";
import type { Judge } from "./judge";
import { freeSeatsIn, isRuled, mentorsOf, type Pairing } from "./pairing";
import { reasonLines } from "./reason-lines";

/** A mentor somebody could be given a seat with. `free` counts their free seats. */
export type SeatChoice = { mentorId: number; mentor: string; free: number; reasons: string[] };

/** Where else a newcomer could sit without anybody making room: the best fit first, at most a page of them. */
export function seatChoices(pairing: Pairing, judge: Judge, newcomerId: number): SeatChoice[] {
  const now = pairing.draft?.pairs.find((pair) => pair.newcomerId === newcomerId)?.mentorId;
  const freeSeats = freeSeatsIn(pairing);
  const free = mentorsOf(pairing)
    .filter(({ id }) => id !== now)
    .map((mentor) => ({ mentor, free: freeSeats(mentor).length, judged: judge(newcomerId, mentor.id) }))
    .filter((one) => one.free > 0);
  const fitting = free.filter(
    ({ mentor, judged }) => judged?.inTheWay === null && !isRuled(pairing, "forbidden", newcomerId, mentor.id),
  );
  return fitting
    .sort((a, b) => (b.judged?.fit ?? 0) - (a.judged?.fit ?? 0) || a.mentor.id - b.mentor.id)
    .slice(0, limits.pageSize)
    .map(({ mentor, free, judged }) => ({
      mentorId: mentor.id,
      mentor: mentor.name,
      free,
      reasons: reasonLines(judged?.reasons ?? [], 5),
    }));
}
