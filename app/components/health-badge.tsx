import type { PairHealth } from "../domain/pairs/health";
import { Badge, type Shape, type Tone } from "./badge";
import { timeInWords } from "./time-words";

const looks: Record<PairHealth, { tone: Tone; shape?: Shape }> = {
  stuck: { tone: "storm" },
  new: { tone: "sun" },
  quiet: { tone: "sun", shape: "question" },
  slow: { tone: "plain", shape: "half" },
  well: { tone: "sea" },
};

type HealthBadgeProps = {
  health: { is: PairHealth; since: Date };
  /** How it is, in words; for `stuck` the hour is put behind them. */
  said: string;
  /** The reader's IANA zone, and what time it is. */
  zone: string;
  now: Date;
};

/** How a pair is. */
export function HealthBadge({ health, said, zone, now }: HealthBadgeProps) {
  return (
    <Badge {...looks[health.is]}>
      {said}
      {health.is === "stuck" ? ` ${sinceWhen(health.since, zone, now)}` : null}
    </Badge>
  );
}

/** "10:40" of today, "Wed 6 May, 10:40" of another day. */
function sinceWhen(since: Date, zone: string, now: Date): string {
  const day = (at: Date) => timeInWords(at.toISOString(), zone, null, "date", true).there;
  const form = day(since) === day(now) ? "clock" : "short";
  return timeInWords(since.toISOString(), zone, null, form).there;
}
