import type { DeclineLine } from "../domain/plans/declines";
import { Section } from "./section";

/** Who has said no to a pair, and who is planned for the newcomer instead. Organizers alone read why. */
export function PlanDeclines({ declines }: { declines: readonly DeclineLine[] }) {
  if (declines.length === 0) return null;
  return (
    <Section
      title={declines.length === 1 ? "Somebody said no" : `${declines.length} people said no`}
      id="declined"
      lede="What is planned instead is a draft. Nobody hears of it until you publish."
    >
      <ul>
        {declines.map(({ newcomerId, said, reason }) => (
          <li key={newcomerId}>{reason ? `${said} They wrote: “${reason}”` : said}</li>
        ))}
      </ul>
    </Section>
  );
}
