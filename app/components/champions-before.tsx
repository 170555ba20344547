import { endedWords } from "../domain/champions/said";
import type { ChampionEnding } from "../domain/champions/words";
import { Quote } from "./quote";
import { Section } from "./section";
import { Time } from "./time";

type ChampionsBeforeProps = {
  before: readonly {
    name: string;
    since: Date;
    endedAt: Date | null;
    reason: ChampionEnding | null;
    note: string | null;
  }[];
  /** The reader's IANA zone. */
  zone: string;
};

/** Who carried a theme before, until when, and what they left for the next. */
export function ChampionsBefore({ before, zone }: ChampionsBeforeProps) {
  return (
    <Section title="Before" id="before" level={3}>
      {before.length === 0 ? <p>Nobody has carried it before.</p> : null}
      {before.map(({ name, since, endedAt, reason, note }) => (
        <div key={since.toISOString()}>
          <p>
            {name} {reason ? endedWords[reason] : "carried it"}
            {endedAt ? (
              <>
                {" on "}
                <Time at={endedAt.toISOString()} zone={zone} form="date" year />
              </>
            ) : null}
            .
          </p>
          {note ? <Quote>{note}</Quote> : null}
        </div>
      ))}
    </Section>
  );
}
