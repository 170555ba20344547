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

/** A circle as a sentence: "12 waits for 15, which waits for 12." `name` says what a number is called. */
export function sayCycle(cycle: readonly number[], name: (number: number) => string = String): string {
  const [first = 0, ...others] = cycle;
  return `${name(first)} waits for ${others.map(name).join(", which waits for ")}.`;
}
