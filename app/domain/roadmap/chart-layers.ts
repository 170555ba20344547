/** What is drawn: `to` waits for `from`. Ids are the drawer's own. */
export type ChartEdge = { from: string; to: string };

/** The same edges whatever order they came in, each once, without those of nodes that are not drawn. */
export function tidyEdges(ids: ReadonlySet<string>, edges: readonly ChartEdge[]): ChartEdge[] {
  const known = new Map<string, ChartEdge>();
  for (const edge of edges) {
    if (edge.from !== edge.to && ids.has(edge.from) && ids.has(edge.to)) known.set(`${edge.from}\n${edge.to}`, edge);
  }
  return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, edge]) => edge);
}

/**
 * In which column each node stands: behind everything it waits for, as far to the left as that lets it. Nodes that wait
 * for one another in a circle (the database has none) stand in the first column.
 */
export function layerNodes(ids: readonly string[], edges: readonly ChartEdge[]): Map<string, number> {
  const layers = new Map(ids.map((id) => [id, 0]));
  const waits = new Map(ids.map((id) => [id, 0]));
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) {
    waits.set(to, (waits.get(to) ?? 0) + 1);
    const there = next.get(from);
    if (there) there.push(to);
    else next.set(from, [to]);
  }
  const free = ids.filter((id) => waits.get(id) === 0);
  for (const at of free) {
    for (const to of next.get(at) ?? []) {
      layers.set(to, Math.max(layers.get(to) ?? 0, (layers.get(at) ?? 0) + 1));
      const left = (waits.get(to) ?? 0) - 1;
      waits.set(to, left);
      if (left === 0) free.push(to);
    }
  }
  const placed = new Set(free);
  for (const id of ids) if (!placed.has(id)) layers.set(id, 0);
  return layers;
}
