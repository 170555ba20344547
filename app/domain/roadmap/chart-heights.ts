import type { Columns } from "./chart-order";

/** The room one node takes in its column, from the middle of one to the middle of the next, half of it each. */
export type RoomOf = (id: string) => number;

const passes = 8;

/**
 * The height of each node's middle: as near to its neighbours' as the order in its column and the room each needs allow.
 * Whole numbers; the highest node touches 0.
 */
export function placeHeights({ columns, edges }: Columns, roomOf: RoomOf): Map<string, number> {
  const heights = new Map<string, number>();
  for (const column of columns) {
    let at = 0;
    for (const id of column) {
      heights.set(id, at + roomOf(id) / 2);
      at += roomOf(id);
    }
  }
  const [before, after] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { from, to } of edges) {
    before.set(to, [...(before.get(to) ?? []), from]);
    after.set(from, [...(after.get(from) ?? []), to]);
  }
  for (let pass = 0; pass < passes; pass += 1) {
    const forward = pass % 2 === 0;
    for (const column of forward ? columns : columns.toReversed()) {
      const wanted = column.map((id) => {
        const near = (forward ? before : after).get(id) ?? [];
        const known = near.map((other) => heights.get(other) ?? 0);
        return known.length === 0 ? (heights.get(id) ?? 0) : known.reduce((sum, at) => sum + at, 0) / known.length;
      });
      for (const [index, height] of nearestApart(column, wanted, roomOf).entries()) {
        heights.set(column[index] ?? "", height);
      }
    }
  }
  const top = Math.min(...[...heights].map(([id, height]) => height - roomOf(id) / 2));
  return new Map([...heights].map(([id, height]) => [id, Math.round(height - top)]));
}

/**
 * Heights in order and far enough apart, with the least sum of squared distances from those that are wanted: neighbours
 * that would come too near are pooled into a block, which stands at the mean of what its members want.
 */
function nearestApart(column: readonly string[], wanted: readonly number[], roomOf: RoomOf): number[] {
  const offsets: number[] = [];
  for (const [index, id] of column.entries()) {
    const above = column[index - 1];
    offsets.push(above === undefined ? 0 : (offsets[index - 1] ?? 0) + (roomOf(above) + roomOf(id)) / 2);
  }
  const blocks: { sum: number; count: number }[] = [];
  for (const [index, height] of wanted.entries()) {
    let block = { sum: height - (offsets[index] ?? 0), count: 1 };
    for (let last = blocks.at(-1); last && last.sum / last.count >= block.sum / block.count; last = blocks.at(-1)) {
      block = { sum: last.sum + block.sum, count: last.count + block.count };
      blocks.pop();
    }
    blocks.push(block);
  }
  const bases = blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => Math.round(sum / count)));
  return bases.map((base, index) => base + (offsets[index] ?? 0));
}
