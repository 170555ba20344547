/**
 * Stretches of time: [from, until, from, until, …], half open, ascending, apart from each other. In minutes; from where
 * is for the caller to say.
 */
export type Stretches = Int32Array;

/** Puts stretches (from, until, from, until, … in any order) in order and joins those that touch or overlap; empty ones are dropped. */
export function joined(stretches: readonly number[]): Stretches {
  const inOrder = isAscending(stretches) ? stretches : sorted(stretches);
  const flat: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < inOrder.length; at += 2) {
    const from = inOrder[at] as number;
    const until = inOrder[at + 1] as number;
    if (until <= from) continue;
    if (from > last) flat.push(from, until);
    else if (until > last) flat[flat.length - 1] = until;
    if (until > last) last = until;
  }
  return new Int32Array(flat);
}

/** Hours are mostly written down in order, and need no sorting. */
function isAscending(stretches: readonly number[]): boolean {
  for (let at = 2; at < stretches.length; at += 2) {
    if ((stretches[at] as number) < (stretches[at - 2] as number)) return false;
  }
  return true;
}

function sorted(stretches: readonly number[]): number[] {
  const pairs: [from: number, until: number][] = [];
  for (let at = 0; at < stretches.length; at += 2) pairs.push([stretches[at] as number, stretches[at + 1] as number]);
  return pairs.sort(([a], [b]) => a - b).flat();
}

/** How many minutes there are in all. */
export function minutesIn(stretches: Stretches): number {
  let minutes = 0;
  for (let at = 0; at < stretches.length; at += 2) minutes += (stretches[at + 1] as number) - (stretches[at] as number);
  return minutes;
}

/** What lies in both. */
export function common(one: Stretches, other: Stretches): Stretches {
  const flat: number[] = [];
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const oneEnds = one[a + 1] as number;
    const otherEnds = other[b + 1] as number;
    const from = Math.max(one[a] as number, other[b] as number);
    const until = Math.min(oneEnds, otherEnds);
    if (from < until) flat.push(from, until);
    if (oneEnds <= otherEnds) a += 2;
    if (otherEnds <= oneEnds) b += 2;
  }
  return new Int32Array(flat);
}

/** `minutesIn` what lies in both, without writing it down: asked once for each two people. */
export function commonMinutes(one: Stretches, other: Stretches): number {
  let minutes = 0;
  let a = 0;
  let b = 0;
  while (a < one.length && b < other.length) {
    const oneEnds = one[a + 1] as number;
    const otherEnds = other[b + 1] as number;
    const shared = Math.min(oneEnds, otherEnds) - Math.max(one[a] as number, other[b] as number);
    if (shared > 0) minutes += shared;
    if (oneEnds <= otherEnds) a += 2;
    if (otherEnds <= oneEnds) b += 2;
  }
  return minutes;
}
