import { placeHeights } from "./chart-heights";
import { type ChartEdge, layerNodes, tidyEdges } from "./chart-layers";
import { orderColumns } from "./chart-order";

/** Measures of a chart, in its own units. `lane` is the room of an edge that passes a column. */
export const chartSizes = { width: 216, height: 84, across: 64, between: 20, lane: 24, margin: 8 } as const;

/** A node by its id, where its upper left corner stands, and its column. */
export type PlacedNode = { id: string; x: number; y: number; column: number };

/** An edge as the points it goes through: out of one node, straight through each column it passes, into the other. */
export type PlacedEdge = ChartEdge & { points: { x: number; y: number }[] };

export type Chart = { width: number; height: number; nodes: PlacedNode[]; edges: PlacedEdge[] };

/**
 * Draws what waits for what from left to right: everything stands to the right of what it waits for, no two nodes touch,
 * an edge runs between nodes and never through one. The same nodes and edges, in whatever order, give the same chart.
 */
export function drawChart(ids: readonly string[], given: readonly ChartEdge[]): Chart {
  const sorted = [...new Set(ids)].sort();
  const edges = tidyEdges(new Set(sorted), given);
  const layers = layerNodes(sorted, edges);
  const forward = edges.filter(({ from, to }) => (layers.get(from) ?? 0) < (layers.get(to) ?? 0));

  const columns: string[][] = Array.from(
    { length: Math.max(0, ...[...layers.values()].map((layer) => layer + 1)) },
    () => [],
  );
  for (const id of sorted) columns[layers.get(id) ?? 0]?.push(id);
  const ways = forward.map((edge) => ({ edge, way: wayOf(edge, layers) }));
  for (const { edge, way } of ways) {
    for (const [index, stop] of way.slice(1, -1).entries())
      columns[(layers.get(edge.from) ?? 0) + 1 + index]?.push(stop);
  }
  const steps = ways.flatMap(({ way }) => way.slice(1).map((to, index) => ({ from: way[index] ?? "", to })));
  const ordered = { columns: orderColumns({ columns, edges: steps }), edges: steps };
  const { width, height, across, between, lane, margin } = chartSizes;
  const heights = placeHeights(ordered, (id) => (layers.has(id) ? height + between : lane));

  const middle = (id: string) => margin + (heights.get(id) ?? 0);
  const left = (column: number) => margin + column * (width + across);
  const nodes = sorted.map((id) => {
    const column = layers.get(id) ?? 0;
    return { id, x: left(column), y: middle(id) - height / 2, column };
  });
  const placed = ways.map(({ edge, way }) => ({
    ...edge,
    points: way.flatMap((stop, index) => {
      const x = left((layers.get(edge.from) ?? 0) + index);
      const y = middle(stop);
      if (index === 0) return [{ x: x + width, y }];
      return index === way.length - 1
        ? [{ x, y }]
        : [
            { x, y },
            { x: x + width, y },
          ];
    }),
  }));
  const lowest = Math.max(
    0,
    ...[...heights].map(([id, at]) => at + (layers.has(id) ? (height + between) / 2 : lane / 2)),
  );
  return {
    width: Math.max(0, left(columns.length) - across) + margin,
    height: lowest + 2 * margin,
    nodes,
    edges: placed,
  };
}

/** The stops of an edge: both its nodes, and one in each column between them. */
function wayOf({ from, to }: ChartEdge, layers: ReadonlyMap<string, number>): string[] {
  const [first, last] = [layers.get(from) ?? 0, layers.get(to) ?? 0];
  const between = Array.from({ length: last - first - 1 }, (_, index) => `${from}\n${to}\n${index}`);
  return [from, ...between, to];
}
