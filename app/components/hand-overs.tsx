import type { ClaimEnding } from "../domain/claims/endings";
import { Quote } from "./quote";
import { Section } from "./section";
import { Time } from "./time";

type HandOver = { name: string; reason: ClaimEnding; note: string; endedAt: Date };

const words: Record<ClaimEnding, string> = {
  released: "handed it back",
  finished: "finished it",
  expired: "ran out of time",
  removed: "had it until an organizer freed it",
};

/** Who had a task before, and what they left for the next one. */
export function HandOvers({ handOvers, zone }: { handOvers: readonly HandOver[]; zone: string }) {
  if (handOvers.length === 0) return null;
  return (
    <Section title="Who was here before" id="before">
      <ul>
        {handOvers.map((entry) => (
          <li key={entry.endedAt.toISOString()}>
            <p>
              <strong>{entry.name}</strong> {words[entry.reason]} on{" "}
              <Time at={entry.endedAt.toISOString()} zone={zone} form="date" />.
            </p>
            {entry.note ? <Quote>{entry.note}</Quote> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
