import { changeLines } from "../domain/plans/words";
import { Section } from "./section";

type PlanChangesProps = {
  /** Whose registration is not what it was when the draft was made. */
  changes: readonly { name: string; became: "registered" | "changed" }[];
  /** What of the draft no longer holds. */
  faults: readonly string[];
  byHand: boolean;
};

/** What has changed since the draft was made, and what to do about it. */
export function PlanChanges({ changes, faults, byHand }: PlanChangesProps) {
  if (changes.length + faults.length === 0) return null;
  const kept = byHand
    ? "Running again keeps the pairs you fixed; what you moved by hand is weighed anew."
    : "Running again takes it all into account.";
  return (
    <Section
      title="What has changed since"
      id="changed"
      lede={faults.length > 0 ? `This draft cannot be published as it stands. ${kept}` : kept}
    >
      <ul>
        {[...faults, ...changeLines(changes)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Section>
  );
}
