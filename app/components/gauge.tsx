import type { ThemeGauge } from "../domain/roadmap/gauge-figures";
import styles from "./gauge.module.css";

type Figures = Pick<ThemeGauge, "ready" | "wants" | "hours" | "hoursFor">;

/** How much of the width the longest bar takes; the rest is for its words. */
const widest = 55;
const line = 22;

/** The largest figure of some gauges: what they are drawn to, so that their bars can be compared. */
export const gaugeScale = (gauges: readonly Figures[]): number =>
  Math.max(1, ...gauges.flatMap(({ ready, wants, hoursFor }) => [ready, wants ?? 0, hoursFor ?? 0]));

/**
 * The gauge of a theme, drawn: ready tasks (filled), newcomers who want it (an outline), and for how many of them mentors have
 * hours (thin). Each bar stands on a line of its own with its words behind it, so that neither colour nor shape speaks alone;
 * widths are shares of the whole, so that the words keep their size on a phone.
 */
export function Gauge({ figures, scale }: { figures: Figures; scale: number }) {
  const bars = barsOf(figures);
  const height = bars.length * line;
  return (
    <svg
      className={styles.gauge}
      width="100%"
      height={height}
      role="img"
      aria-label={bars.map(({ words }) => words).join(", ")}
    >
      {bars.map(({ kind, value, words }, index) => {
        const share = (value / scale) * widest;
        const thin = kind === "hours";
        return (
          <g key={kind}>
            {value > 0 ? (
              <rect
                className={styles[kind]}
                x="1"
                y={index * line + (thin ? 8 : 4)}
                width={`${share.toFixed(2)}%`}
                height={thin ? 5 : 13}
              />
            ) : null}
            <text x={`${share.toFixed(2)}%`} dx={value > 0 ? 10 : 1} y={index * line + 15}>
              {words}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function barsOf({ ready, wants, hours, hoursFor }: Figures) {
  const bars: { kind: "ready" | "wants" | "hours"; value: number; words: string }[] = [
    { kind: "ready", value: ready, words: `${ready} ready` },
  ];
  if (wants !== null)
    bars.push({ kind: "wants", value: wants, words: wants === 1 ? "1 wants it" : `${wants} want it` });
  if (hours !== null) {
    const words = hoursFor === null ? hoursIn(hours) : `hours for ${hoursFor} (${hoursIn(hours)})`;
    bars.push({ kind: "hours", value: hoursFor ?? 0, words });
  }
  return bars;
}

const hoursIn = (hours: number) => (hours === 1 ? "1 hour" : `${hours} hours`);
