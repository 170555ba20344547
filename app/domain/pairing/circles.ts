/**
 * Which of so many places lie on a circle of steps with which others: those that do get one number. `stepsOf` calls `step` with
 * each place that a place is joined to.
 */
export function circlesAmong(
  places: number,
  stepsOf: (place: number, step: (other: number) => void) => void,
): Int32Array {
  const starts = new Int32Array(places + 1);
  const ends: number[] = [];
  const step = (other: number) => {
    ends.push(other);
  };
  for (let place = 0; place < places; place++) {
    stepsOf(place, step);
    starts[place + 1] = ends.length;
  }
  return circlesIn(starts, Int32Array.from(ends));
}

/** Tarjan's way (*Depth-first search and linear graph algorithms*, 1972), without recursion, because circles can be long. */
function circlesIn(starts: Int32Array, ends: Int32Array): Int32Array {
  const places = starts.length - 1;
  const circleOf = new Int32Array(places).fill(-1);
  /** When each place was first seen, from 1, and the earliest place that leads on to it and is still open. */
  const seen = new Int32Array(places);
  const earliest = new Int32Array(places);
  const next = starts.slice(0, places);
  const path = new Int32Array(places);
  const open = new Int32Array(places);
  let openCount = 0;
  let time = 0;
  let circles = 0;

  for (let first = 0; first < places; first++) {
    if (seen[first] !== 0) continue;
    let depth = 0;
    path[0] = first;
    while (depth >= 0) {
      const place = path[depth] as number;
      if (seen[place] === 0) {
        seen[place] = ++time;
        earliest[place] = time;
        open[openCount++] = place;
      }
      const at = next[place] as number;
      if (at < (starts[place + 1] as number)) {
        next[place] = at + 1;
        const other = ends[at] as number;
        if (seen[other] === 0) path[++depth] = other;
        else if (circleOf[other] === -1) earliest[place] = Math.min(earliest[place] as number, seen[other] as number);
        continue;
      }
      if (earliest[place] === seen[place]) {
        let last: number;
        do {
          last = open[--openCount] as number;
          circleOf[last] = circles;
        } while (last !== place);
        circles++;
      }
      if (--depth < 0) break;
      const before = path[depth] as number;
      earliest[before] = Math.min(earliest[before] as number, earliest[place] as number);
    }
  }
  return circleOf;
}
