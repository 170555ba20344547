/** Task `task` waits for task `waitsFor`, by the numbers people call them by. */
export type Wait = { task: number; waitsFor: number };

/**
 * The shortest circle through `task` (`[12, 15, 12]`: 12 waits for 15, which waits for 12), or null when it can be started
 * some day.
 */
export function findCycle(waits: readonly Wait[], task: number): number[] | null {
  const next = new Map<number, number[]>();
  for (const wait of waits) {
    const known = next.get(wait.task);
    if (known) known.push(wait.waitsFor);
    else next.set(wait.task, [wait.waitsFor]);
  }
  const cameFrom = new Map<number, number>();
  const queue = [task];
  for (const at of queue) {
    for (const to of next.get(at) ?? []) {
      if (to === task) return wayBack(cameFrom, task, at);
      if (cameFrom.has(to)) continue;
      cameFrom.set(to, at);
      queue.push(to);
    }
  }
  return null;
}

function wayBack(cameFrom: ReadonlyMap<number, number>, task: number, last: number): number[] {
  const way = [task];
  for (let at: number | undefined = last; at !== undefined && at !== task; at = cameFrom.get(at)) way.unshift(at);
  return [task, ...way];
}

/**
 * A circle as a sentence, in pieces: words, and the numbers that a page makes links of. It begins behind the wait that would
 * close it, which comes last: of [9, 4, 7, 9] "Task 4 waits for 7, 7 for 9, and 9 would wait for 4."
 */
export function cyclePieces(cycle: readonly number[]): (string | number)[] {
  const [last = 0, ...others] = cycle.slice(0, -1);
  if (others.length === 0) return ["Task ", last, " would wait for itself."];
  const way = [...others, last];
  const waits = others.flatMap((number, index) => [
    index === 0 ? "Task " : ", ",
    number,
    index === 0 ? " waits for " : " for ",
    way[index + 1] ?? last,
  ]);
  return [...waits, ", and ", last, " would wait for ", others[0] ?? last, "."];
}

/** A circle as a sentence. Where the tasks are called by a `name`, it stands for "Task 4". */
export function sayCycle(cycle: readonly number[], name?: (number: number) => string): string {
  const pieces = cyclePieces(cycle).filter((piece) => piece !== "Task " || !name);
  return pieces.map((piece) => (typeof piece === "number" && name ? name(piece) : piece)).join("");
}
