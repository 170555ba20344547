import type { Instance } from "./instance";

/** A newcomer and a mentor, by their numbers in an instance. */
export type NumberedPair = readonly [newcomer: number, mentor: number];

/** What people have decided before the engine begins. */
export type Rules = {
  /** Together whatever the fit, also where the two were not possible. */
  fixed: readonly NumberedPair[];
  /** Not together. */
  forbidden: readonly NumberedPair[];
};

/**
 * What is left to decide once the rules are kept: the same people under the same numbers, where fixed newcomers have
 * nobody left to look for, their mentors have given away a seat more, and forbidden pairs are not possible. The best plan of it,
 * together with the fixed pairs, is the best plan that keeps the rules. Throws a `RangeError` when a newcomer is fixed
 * twice, or a mentor more often than there are seats: leave such pairs out first.
 */
export function settle(instance: Instance, { fixed, forbidden }: Rules): Instance {
  if (fixed.length === 0 && forbidden.length === 0) return instance;
  const { newcomers } = instance;
  const seats = instance.seats.slice();
  const before = instance.costs?.before.slice();
  const isFixed = new Uint8Array(newcomers);
  for (const [newcomer, mentor] of fixed) {
    if (isFixed[newcomer] !== 0) throw new RangeError(`Newcomer ${newcomer} cannot be fixed, or is fixed twice.`);
    isFixed[newcomer] = 1;
    const left = (seats[mentor] ?? 0) - 1;
    if (left < 0) throw new RangeError(`Mentor ${mentor} has no seat left to fix.`);
    seats[mentor] = left;
    if (before) before[mentor] = (before[mentor] ?? 0) + 1;
  }
  const forbiddenOf = new Map<number, Set<number>>();
  for (const [newcomer, mentor] of forbidden) {
    forbiddenOf.set(newcomer, (forbiddenOf.get(newcomer) ?? new Set()).add(mentor));
  }

  const rows = new Int32Array(newcomers + 1);
  const possible = new Int32Array(instance.possible.length);
  const fits = new Uint8Array(instance.fits.length);
  let next = 0;
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const without = forbiddenOf.get(newcomer);
    const end = isFixed[newcomer] === 1 ? 0 : (instance.rows[newcomer + 1] as number);
    for (let at = instance.rows[newcomer] as number; at < end; at++) {
      const mentor = instance.possible[at] as number;
      if (without?.has(mentor)) continue;
      possible[next] = mentor;
      fits[next++] = instance.fits[at] as number;
    }
    rows[newcomer + 1] = next;
  }
  return {
    ...instance,
    rows,
    possible: possible.subarray(0, next),
    fits: fits.subarray(0, next),
    seats,
    ...(instance.costs && before ? { costs: { ...instance.costs, before } } : {}),
  };
}
