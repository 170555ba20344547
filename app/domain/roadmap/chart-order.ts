import type { ChartEdge } from "./chart-layers";

/** Columns of nodes from left to right, each from top to bottom; every edge leads from one column to the next. */
export type Columns = { columns: string[][]; edges: ChartEdge[] };

const sweeps = 12;

/**
 * Orders the nodes of each column so that few edges cross: sweeps to and fro, each time ordering a column by where its
 * neighbours in the one before stand on average (Sugiyama's barycentres), and keeps the best order seen.
 */
export function orderColumns({ columns, edges }: Columns): string[][] {
  const before = neighbours(edges, ({ from, to }) => [to, from]);
  const after = neighbours(edges, ({ from, to }) => [from, to]);
  let best = columns.map((column) => [...column]);
  let fewest = countCrossings({ columns: best, edges });
  const now = best.map((column) => [...column]);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep += 1) {
    const there = now.map((_, index) => index);
    if (sweep % 2 === 1) there.reverse();
    const of = sweep % 2 === 0 ? before : after;
    for (const index of there.slice(1)) {
      const fixed = now[index + (sweep % 2 === 0 ? -1 : 1)] ?? [];
      now[index] = byBarycentre(now[index] ?? [], placesIn(fixed), of);
    }
    const crossings = countCrossings({ columns: now, edges });
    if (crossings < fewest) {
      fewest = crossings;
      best = now.map((column) => [...column]);
    }
  }
  return best;
}

/** How many pairs of edges cross, when straight. */
export function countCrossings({ columns, edges }: Columns): number {
  const from = neighbours(edges, (edge) => [edge.from, edge.to]);
  let crossings = 0;
  for (const [index, column] of columns.entries()) {
    const [left, right] = [placesIn(column), placesIn(columns[index + 1] ?? [])];
    const ends = column
      .flatMap((id) => (from.get(id) ?? []).map((to) => [left.get(id) ?? 0, right.get(to) ?? 0] as const))
      .sort(([a, b], [c, d]) => a - c || b - d);
    for (let one = 0; one < ends.length; one += 1) {
      for (let other = one + 1; other < ends.length; other += 1) {
        const [a, b] = ends[one] ?? [0, 0];
        const [c, d] = ends[other] ?? [0, 0];
        if (a < c && b > d) crossings += 1;
      }
    }
  }
  return crossings;
}

const placesIn = (column: readonly string[]) => new Map(column.map((id, place) => [id, place]));

function byBarycentre(column: readonly string[], places: ReadonlyMap<string, number>, of: Neighbours): string[] {
  const middles = column.map((id, place) => {
    const near = (of.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
    const middle = near.length === 0 ? place : near.reduce((sum, at) => sum + at, 0) / near.length;
    return { id, place, middle };
  });
  return middles.sort((a, b) => a.middle - b.middle || a.place - b.place).map(({ id }) => id);
}

type Neighbours = ReadonlyMap<string, string[]>;

function neighbours(edges: readonly ChartEdge[], ends: (edge: ChartEdge) => [string, string]): Neighbours {
  const found = new Map<string, string[]>();
  for (const edge of edges) {
    const [at, other] = ends(edge);
    const there = found.get(at);
    if (there) there.push(other);
    else found.set(at, [other]);
  }
  return found;
}
