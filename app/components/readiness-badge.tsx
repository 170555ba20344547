import type { ReactNode } from "react";
import { Badge } from "./badge";

type ReadinessBadgeProps = {
  /** Every must is there. */
  ready: boolean;
  /** What is missing, each in a few words that follow "Not ready:". */
  missing?: readonly string[];
  /** The title of what has to be finished or decided first. */
  waitsFor?: string;
};

/** Whether a newcomer could start this task today, and if not, what is in the way. */
export function ReadinessBadge({ ready, missing = [], waitsFor }: ReadinessBadgeProps) {
  if (ready) return <Badge tone="sea">Ready</Badge>;
  if (waitsFor !== undefined) return <Badge tone="plain">Waits for: {waitsFor}</Badge>;
  const [only, ...others] = missing;
  if (only === undefined) return <Badge tone="sun">Not ready</Badge>;
  if (others.length > 0) return <Badge tone="sun">{missing.length} things missing</Badge>;
  return <Badge tone="sun">Not ready: {only}</Badge>;
}

type HeldBadgeProps = {
  /** The holder's name, or "you". */
  by: string;
  /** When the claim runs out: a `Time`, or words such as "Friday 14:00". */
  until?: ReactNode;
};

/** Who holds a task, and until when. */
export function HeldBadge({ by, until }: HeldBadgeProps) {
  return (
    <Badge tone="plain" shape="half">
      Held by {by}
      {until ? <> until {until}</> : null}
    </Badge>
  );
}
