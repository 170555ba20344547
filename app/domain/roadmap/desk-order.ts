/**
 * One order out of two that were made of the same one: whoever changed the order of what all three hold has their way
 * (mine, when both did), and what only the other has goes right behind what it stands behind there.
 */
export function mergeOrder(base: readonly string[], mine: readonly string[], theirs: readonly string[]): string[] {
  const shared = new Set(base.filter((key) => mine.includes(key) && theirs.includes(key)));
  const isMoved = (order: readonly string[]) => order.filter((key) => shared.has(key)).join() !== [...shared].join();
  const [first, second] = isMoved(mine) ? [mine, theirs] : [theirs, mine];
  const merged = [...first];
  const there = new Set(merged);
  second.forEach((key, at) => {
    if (there.has(key)) return;
    const before = second.slice(0, at).findLast((one) => there.has(one));
    merged.splice(before === undefined ? 0 : merged.indexOf(before) + 1, 0, key);
    there.add(key);
  });
  return merged;
}
