import { type Consequence, consequencesOfSeating, type NumberedMove } from "./consequences";
import { fitBy, fitReasons } from "./fit";
import { bestFit } from "./instance";
import type { PairIds } from "./keep-fixed";
import { pairsAmong, type Solved, solve } from "./plan";
import { sharesHours, sharesLanguage, wouldRatherNot } from "./possible";
import { sharedMinutes } from "./presence";
import { placesById } from "./profile";
import { Standing } from "./standing";

/** Somebody who changes places; null: among those who wait. */
export type Move = { newcomerId: number; fromId: number | null; toId: number | null };

/** What a change does to everybody: pairs more or fewer, points of fit more or fewer in all, and who moves. */
export type Effect = { pairs: number; points: number; moves: Move[] };

/** What stands between two people. "private": one of them would rather not, which no sentence tells. */
export type InTheWay = "language" | "hours" | "private" | "forbidden" | "seats";

/** "Why not with Omar?" */
export type WhatIf = PairIds & {
  /** 0 to 100, and why, for organizers. */
  fit: number;
  reasons: string[];
  inTheWay: InTheWay | null;
  /** What it does to everybody, exactly; null where the mentor has no seat to give, or they cannot be a pair. The newcomer's own move comes first. */
  effect: Effect | null;
  /** Of its points those of everybody but the newcomer, what filling seats costs with them. */
  others: number;
};

/**
 * What it would mean to put a newcomer with each of the mentors, in the order of ids: the fit, and what it does to everybody
 * else, as if the two were fixed and all others paired anew. Where the newcomer is fixed already, that is let go first. Null
 * for somebody who is not among the newcomers.
 */
export function whatIfs(solved: Solved, newcomerId: number): WhatIf[] | null {
  const { newcomers, mentors } = solved.profiles;
  const at = placesById(newcomers).get(newcomerId) ?? -1;
  const newcomer = newcomers[at];
  if (!newcomer) return null;
  if (solved.kept.some(([fixed]) => fixed === at)) return whatIfs(letGo(solved, newcomerId), newcomerId);

  const standing = new Standing(solved.rest, solved.found);
  const consequence = consequencesOfSeating(standing, at);
  const judge = fitBy(solved.settings.weights);
  const isForbidden = pairsAmong(solved.decided.forbidden);
  const bonusOf = pairsAmong(solved.decided.published ?? []);
  const worth = (mentorId: number, fit: number) =>
    fit + (bonusOf(newcomerId, mentorId) ? solved.settings.keepBonus : 0);
  const together = (mentor: (typeof mentors)[number]) => ({
    newcomer,
    mentor,
    minutes: sharedMinutes(newcomer.presence, mentor.presence),
  });
  const sits = mentors[standing.mentorOf[at] ?? -1];
  const now = sits ? worth(sits.person.id, judge(together(sits))) : 0;
  return mentors.map((mentor, place): WhatIf => {
    const mentorId = mentor.person.id;
    const two = together(mentor);
    const fit = judge(two);
    const found = consequence(place, Math.min(worth(mentorId, fit), bestFit + (solved.rest.bonus ?? 0)));
    const inTheWay: InTheWay | null = wouldRatherNot(newcomer, mentor)
      ? "private"
      : isForbidden(newcomerId, mentorId)
        ? "forbidden"
        : !sharesLanguage(newcomer, mentor)
          ? "language"
          : !sharesHours(newcomer, mentor)
            ? "hours"
            : found === null
              ? "seats"
              : null;
    return {
      newcomerId,
      mentorId,
      fit,
      reasons: fitReasons(two, solved.settings.weights, solved.sprint.themeTitles),
      inTheWay,
      effect: found && inTheWay !== "private" ? effectOf(solved, found) : null,
      others: found === null || inTheWay === "private" ? 0 : found.points - (worth(mentorId, fit) - now),
    };
  });
}

/** A consequence by registrations. */
export const effectOf = (solved: Solved, { pairs, points, moves }: Consequence): Effect => ({
  pairs,
  points,
  moves: moves.map((move) => named(solved, move)),
});

function named({ profiles }: Solved, { newcomer, from, to }: NumberedMove): Move {
  return {
    newcomerId: profiles.newcomers[newcomer]?.person.id ?? 0,
    fromId: profiles.mentors[from]?.person.id ?? null,
    toId: profiles.mentors[to]?.person.id ?? null,
  };
}

/** The same people, solved without what was fixed of one of them. */
function letGo({ sprint, profiles, decided, settings }: Solved, newcomerId: number): Solved {
  const people = {
    newcomers: profiles.newcomers.map(({ person }) => person),
    mentors: profiles.mentors.map(({ person }) => person),
  };
  const fixed = decided.fixed.filter((pair) => pair.newcomerId !== newcomerId);
  return solve(sprint, people, { ...decided, fixed }, settings);
}
