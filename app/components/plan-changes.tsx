import { andMore } from "../domain/plans/words";
import { Section } from "./section";

type PlanChangesProps = {
  /** What of the draft no longer holds, then whose registration is not what it was when it was made; and how many more lines. */
  changes: { lines: readonly string[]; more: number };
  /** Something no longer holds. */
  faulty: boolean;
  byHand: boolean;
};

/** What has changed since the draft was made, and what to do about it. */
export function PlanChanges({ changes, faulty, byHand }: PlanChangesProps) {
  if (changes.lines.length === 0) return null;
  const kept = byHand
    ? "Running again keeps the pairs you fixed; what you moved by hand is weighed anew."
    : "Running again takes it all into account.";
  return (
    <Section
      title="What has changed since"
      id="changed"
      lede={faulty ? `This draft cannot be published as it stands. ${kept}` : kept}
    >
      <ul>
        {changes.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {changes.more > 0 ? <p>{andMore(changes.more)}</p> : null}
    </Section>
  );
}
