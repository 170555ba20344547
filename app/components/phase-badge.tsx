import type { Phase } from "../domain/sprint/phase";
import { Badge, type Shape, type Tone } from "./badge";

const said: Record<Phase, { tone: Tone; shape?: Shape; word: string }> = {
  planned: { tone: "plain", word: "Planned" },
  open: { tone: "sea", word: "Registration is open" },
  on: { tone: "sea", shape: "half", word: "On now" },
  over: { tone: "plain", shape: "check", word: "Over" },
};

/** Where a sprint stands. */
export function PhaseBadge({ phase }: { phase: Phase }) {
  const { tone, shape, word } = said[phase];
  return (
    <Badge tone={tone} shape={shape}>
      {word}
    </Badge>
  );
}
