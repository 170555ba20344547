import type { QuestionState } from "../domain/roadmap/questions";
import { Badge } from "./badge";

/** How a question stands: open, being looked into, or answered. */
export function QuestionBadge({ state }: { state: QuestionState }) {
  switch (state) {
    case "answered":
      return (
        <Badge tone="sea" shape="check">
          Decided
        </Badge>
      );
    case "looked into":
      return (
        <Badge tone="plain" shape="half">
          Being looked into
        </Badge>
      );
    default:
      return (
        <Badge tone="sun" shape="question">
          Open
        </Badge>
      );
  }
}
