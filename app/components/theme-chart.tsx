import { type Chart, chartSizes, type PlacedNode } from "../domain/roadmap/chart";
import { wrapWords } from "../domain/roadmap/chart-words";
import { type ChartStop, type ThemeChart as Drawn, stopWord } from "../domain/roadmap/theme-chart";
import { paths } from "../paths";
import styles from "./theme-chart.module.css";

type Community = { slug: string };

/** Where a stop of the chart leads to. */
export const stopHref = (community: Community, stop: ChartStop) =>
  stop.is === "question" ? paths.question(community, stop) : paths.task(community, stop);

const { width, height } = chartSizes;
/** How many letters fit into a line of a node. */
const letters = 27;

/** The picture of what waits for what, from left to right. It scrolls by itself where the page is narrower. */
export function ThemeChart({ community, stops, chart }: { community: Community } & Pick<Drawn, "stops" | "chart">) {
  const known = new Map(stops.map((stop) => [stop.id, stop]));
  const isDone = (id: string) => {
    const stop = known.get(id);
    return stop?.is === "question" ? stop.decided : stop?.standing.is === "finished";
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it with the arrows
    <section className={styles.harbour} aria-label="The picture, from left to right" tabIndex={0}>
      <svg
        className={styles.chart}
        width={chart.width}
        height={chart.height}
        viewBox={`0 0 ${chart.width} ${chart.height}`}
      >
        <title>What waits for what</title>
        <defs>
          <marker id="ahead" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path className={styles.arrow} d="M0 0 8 4 0 8Z" />
          </marker>
        </defs>
        {chart.edges.map((edge) => (
          <path
            key={`${edge.from} ${edge.to}`}
            className={isDone(edge.from) ? `${styles.route} ${styles.done}` : styles.route}
            d={route(edge.points)}
            markerEnd="url(#ahead)"
          />
        ))}
        {chart.nodes.map((node) => {
          const stop = known.get(node.id);
          return stop ? <Stop key={node.id} community={community} stop={stop} at={node} /> : null;
        })}
      </svg>
    </section>
  );
}

function Stop({ community, stop, at }: { community: Community; stop: ChartStop; at: PlacedNode }) {
  const outside = stop.is === "task" && stop.theme !== null ? stop.theme : null;
  const lines = wrapWords(stop.title, letters, 2);
  const word = stopWord(stop);
  const [left, top] = [at.x + (stop.is === "question" ? 24 : 14), at.y];
  const said = `${stop.is === "question" ? "Question" : "Task"} ${stop.number}: ${stop.title}. ${word}${outside ? `, in ${outside}` : ""}`;
  return (
    <a
      className={[styles.stop, styles[toneOf(stop)], outside ? styles.outside : ""].filter(Boolean).join(" ")}
      href={stopHref(community, stop)}
      aria-label={said}
    >
      {stop.is === "question" ? (
        <path className={styles.shape} d={pointed(at)} />
      ) : (
        <rect
          className={styles.shape}
          x={at.x}
          y={at.y}
          width={width}
          height={height}
          rx={outside ? height / 2.6 : 6}
        />
      )}
      {lines.map((line, index) => (
        <text key={line} className={styles.title} x={left} y={top + 23 + index * 17}>
          {line}
        </text>
      ))}
      {outside ? (
        <text className={styles.theme} x={left} y={top + 23 + lines.length * 17}>
          {wrapWords(`in ${outside}`, letters + 3, 1)[0]}
        </text>
      ) : null}
      <Mark stop={stop} x={left + 5} y={top + height - 14} />
      <text className={styles.word} x={left + 16} y={top + height - 10}>
        {wrapWords(`${word} · ${stop.number}`, letters - 2, 1)[0]}
      </text>
    </a>
  );
}

/** ● ready · ◐ held · ✓ finished · ◇ waits, or a question · ▲ not ready: a shape beside each word. */
function Mark({ stop, x, y }: { stop: ChartStop; x: number; y: number }) {
  const how = stop.is === "question" ? (stop.decided ? "finished" : "waiting") : stop.standing.is;
  switch (how) {
    case "ready":
      return <circle className={styles.filled} cx={x} cy={y} r={4.5} />;
    case "held":
      return (
        <>
          <circle className={styles.mark} cx={x} cy={y} r={4} />
          <path className={styles.filled} d={`M${x} ${y - 4}a4 4 0 0 0 0 8z`} />
        </>
      );
    case "finished":
      return <path className={styles.mark} d={`M${x - 4.5} ${y}l3 3.5 6-7.5`} />;
    case "waiting":
      return <path className={styles.mark} d={`M${x} ${y - 5}l5 5-5 5-5-5z`} />;
    default:
      return <path className={styles.filled} d={`M${x} ${y - 5}l5 9h-10z`} />;
  }
}

function toneOf(stop: ChartStop): "sea" | "sun" | "plain" {
  if (stop.is === "question") return stop.decided ? "sea" : "sun";
  const { is } = stop.standing;
  if (is === "ready" || is === "finished") return "sea";
  return is === "unready" ? "sun" : "plain";
}

/** A diamond, as long as a title. */
const pointed = ({ x, y }: PlacedNode) =>
  `M${x} ${y + height / 2}l18 ${-height / 2}h${width - 36}l18 ${height / 2}l-18 ${height / 2}h${36 - width}z`;

/** A line that leaves and arrives level, and runs straight where it passes a column. */
function route(points: Chart["edges"][number]["points"]): string {
  const [first, ...rest] = points;
  if (!first) return "";
  let [x, y] = [first.x, first.y];
  let way = `M${x} ${y}`;
  for (const [index, point] of rest.entries()) {
    const middle = (x + point.x) / 2;
    way += index % 2 === 0 ? `C${middle} ${y} ${middle} ${point.y} ${point.x} ${point.y}` : `H${point.x}`;
    [x, y] = [point.x, point.y];
  }
  return way;
}
