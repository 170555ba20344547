import type { NextPreparation } from "../domain/roadmap/prepare-next";
import { paths } from "../paths";
import styles from "./gauge.module.css";
import { Section } from "./section";

type Community = { slug: string };
type PrepareNextProps = { community: Community; next: readonly NextPreparation[] };

/** What to prepare next, with whom it would serve and why. */
export function PrepareNext({ community, next }: PrepareNextProps) {
  return (
    <Section title="Prepare next" id="next" lede="What would serve most newcomers comes first.">
      {next.length === 0 ? <p>Nothing waits to be prepared. That is rare, and good.</p> : null}
      <ol className={styles.list}>
        {next.map((piece) => (
          <li key={`${piece.kind} ${piece.theme.slug} ${piece.number}`}>
            <h3>
              {verbs[piece.kind]} <a href={placeOf(community, piece)}>{piece.title}</a>
            </h3>
            <p>
              {serves(piece.serves)} {piece.reason}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What is done about each kind of piece, before its name. */
const verbs = {
  task: "Make ready:",
  split: "Split:",
  answer: "Find the answer:",
  mentor: "Find a mentor for",
} satisfies Record<NextPreparation["kind"], string>;

const placeOf = (community: Community, { kind, theme, number }: NextPreparation) => {
  if (number === null) return paths.theme(community, theme);
  return kind === "answer" ? paths.question(community, { number }) : paths.task(community, { number });
};

const serves = (count: number | null) => {
  if (count === null || count === 0) return "For whoever comes.";
  return count === 1 ? "Would serve 1 newcomer." : `Would serve ${count} newcomers.`;
};
