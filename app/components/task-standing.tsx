import type { Standing } from "../domain/tasks/standing";
import { Badge } from "./badge";
import { HeldBadge, ReadinessBadge } from "./readiness-badge";
import { Time } from "./time";

type TaskStandingProps = { standing: Standing; viewerId?: number | null; readerZone?: string | null };

/** How a task stands, as a badge: ready, held and until when, waiting, not ready and why, or finished. */
export function TaskStanding({ standing, viewerId = null, readerZone = null }: TaskStandingProps) {
  switch (standing.is) {
    case "finished":
      return (
        <Badge tone="sea" shape="check">
          Finished
        </Badge>
      );
    case "held":
      return (
        <HeldBadge
          by={standing.byId === viewerId ? "you" : standing.by}
          until={<Time at={standing.until.toISOString()} zone={readerZone ?? "UTC"} form="short" />}
        />
      );
    case "ready":
      return <ReadinessBadge ready />;
    case "waiting":
      return <ReadinessBadge ready={false} waitsFor={standing.for} />;
    default:
      return <ReadinessBadge ready={false} missing={standing.missing} />;
  }
}
