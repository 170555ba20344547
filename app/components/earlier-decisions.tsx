import { firstSentence } from "../domain/roadmap/first-sentence";
import { Section } from "./section";
import { Time } from "./time";

type Earlier = { number: number; answer: string; decidedBy: string | null; decidedAt: Date };

type EarlierDecisionsProps = {
  decisions: readonly Earlier[];
  href: (decision: Earlier) => string;
  zone: string;
};

/** What was decided before it was revised: it stays on record, each at its own address. */
export function EarlierDecisions({ decisions, href, zone }: EarlierDecisionsProps) {
  if (decisions.length === 0) return null;
  return (
    <Section title="What was decided before" id="earlier">
      <ul>
        {decisions.map((decision) => (
          <li key={decision.number}>
            <p>{firstSentence(decision.answer)}</p>
            <p>
              <a href={href(decision)}>Decision {decision.number}</a>
              {decision.decidedBy ? ` by ${decision.decidedBy}` : null},{" "}
              <Time at={decision.decidedAt.toISOString()} zone={zone} form="date" year />
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
