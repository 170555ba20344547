import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartSizes, drawChart } from "../../../../app/domain/roadmap/chart";
import type { ChartEdge } from "../../../../app/domain/roadmap/chart-layers";
import { countCrossings, orderColumns } from "../../../../app/domain/roadmap/chart-order";
import { wrapWords } from "../../../../app/domain/roadmap/chart-words";

const { width, height } = chartSizes;
const edge = (from: string, to: string): ChartEdge => ({ from, to });

/** Any tasks, and waits among them that go round in no circle: only for those before. */
const charts = fc.integer({ min: 1, max: 24 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, index) => `task ${index}`);
  const pair = fc.tuple(fc.nat(count - 1), fc.nat(count - 1));
  return fc.array(pair, { maxLength: 48 }).map((pairs) => ({
    ids,
    edges: pairs.flatMap(([one, other]) => (one < other ? edge(`task ${one}`, `task ${other}`) : [])),
  }));
});

describe("the chart of what waits for what", () => {
  it("puts a chain in columns from left to right, at one height", () => {
    const { nodes } = drawChart(["c", "a", "b"], [edge("b", "c"), edge("a", "b")]);
    expect(nodes.map(({ id, column }) => [id, column])).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 2],
    ]);
    expect(new Set(nodes.map(({ y }) => y)).size).toBe(1);
  });

  it("leads a long edge round the nodes in between", () => {
    const chart = drawChart(["a", "b", "c"], [edge("a", "b"), edge("b", "c"), edge("a", "c")]);
    const long = chart.edges.find(({ from, to }) => from === "a" && to === "c");
    expect(long?.points).toHaveLength(4);
    const between = chart.nodes.find(({ id }) => id === "b");
    const lane = long?.points[1]?.y ?? 0;
    expect(lane < (between?.y ?? 0) || lane > (between?.y ?? 0) + height).toBe(true);
  });

  it("no two nodes overlap, every edge goes forward and through no node, and all of it is in the picture", () => {
    fc.assert(
      fc.property(charts, ({ ids, edges }) => {
        const chart = drawChart(ids, edges);
        expect(chart.nodes).toHaveLength(ids.length);
        for (const [index, one] of chart.nodes.entries()) {
          expect(one.x >= 0 && one.y >= 0 && one.x + width <= chart.width && one.y + height <= chart.height).toBe(true);
          for (const other of chart.nodes.slice(index + 1)) {
            expect(one.x !== other.x && Math.abs(one.x - other.x) < width).toBe(false);
            if (one.x === other.x) expect(Math.abs(one.y - other.y)).toBeGreaterThan(height);
          }
        }
        for (const { points } of chart.edges) {
          for (const [index, { x, y }] of points.entries()) {
            const next = points[index + 1];
            if (!next) continue;
            expect(next.x).toBeGreaterThan(x);
            // Straight through a column, and past its nodes.
            if (index % 2 === 1) {
              expect(next.y).toBe(y);
              for (const node of chart.nodes.filter((one) => one.x === x)) {
                expect(y <= node.y || y >= node.y + height).toBe(true);
              }
            }
          }
        }
        expect(chart.edges).toHaveLength(new Set(edges.map(({ from, to }) => `${from} ${to}`)).size);
      }),
    );
  });

  it("is the same whatever order its tasks and waits come in", () => {
    fc.assert(
      fc.property(charts, fc.integer(), ({ ids, edges }, seed) => {
        const shuffled = <Thing>(things: readonly Thing[]) =>
          things
            .map((thing, index) => ({ thing, at: Math.sin(seed + index * 7) }))
            .sort((a, b) => a.at - b.at)
            .map(({ thing }) => thing);
        expect(drawChart(shuffled(ids), shuffled([...edges, ...edges]))).toEqual(drawChart(ids, edges));
      }),
    );
  });

  it("uncrosses what can be uncrossed, and never makes it worse", () => {
    const edges = [edge("a", "y"), edge("b", "x"), edge("c", "x")];
    const columns = [
      ["a", "b", "c"],
      ["x", "y"],
    ];
    expect(countCrossings({ columns, edges })).toBe(2);
    expect(countCrossings({ columns: orderColumns({ columns, edges }), edges })).toBe(0);
  });

  it("is drawn, and ends, even if some wait for one another in a circle", () => {
    expect(drawChart(["a", "b"], [edge("a", "b"), edge("b", "a")]).nodes).toHaveLength(2);
    expect(drawChart([], [])).toMatchObject({ nodes: [], edges: [] });
  });
});

describe("a title in a node", () => {
  it("is broken between words, and ends in … when there is more", () => {
    expect(wrapWords("Name every hasher", 10, 2)).toEqual(["Name every", "hasher"]);
    expect(wrapWords("Name every single hasher there is", 10, 2)).toEqual(["Name every", "single…"]);
  });

  it("a long word is cut, and letters of East Asia take the room of two", () => {
    expect(wrapWords("Donaudampfschifffahrt", 10, 3)).toEqual(["Donaudampf", "schifffahr", "t"]);
    expect(wrapWords("航海図を新しくする", 10, 2)).toEqual(["航海図を新", "しくする"]);
  });

  it("no line is wider than its room", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 4, max: 30 }), (title, room) => {
        const lines = wrapWords(title, room, 2);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect([...new Intl.Segmenter().segment(line)].length).toBeLessThanOrEqual(room);
      }),
    );
  });
});
