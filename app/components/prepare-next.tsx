import { preparationVerbs } from "../domain/preparations/said";
import type { NextPreparation } from "../domain/roadmap/prepare-next";
import { paths } from "../paths";
import { Button } from "./button";
import styles from "./gauge.module.css";
import { Section } from "./section";
import { SubmitForm } from "./submit-form";

type Community = { slug: string };
type PrepareNextProps = {
  community: Community;
  next: readonly NextPreparation[];
  /** What somebody prepares already. */
  preparing: readonly Preparing[];
};

type Preparing = { id: number; kind: NextPreparation["kind"]; name: string; title: string };

/** What to prepare next, with whom it would serve and why. */
export function PrepareNext({ community, next, preparing }: PrepareNextProps) {
  return (
    <Section title="Prepare next" id="next" lede="What would serve most newcomers comes first.">
      {next.length === 0 ? <p>Nothing waits to be prepared. That is rare, and good.</p> : null}
      <ol className={styles.list}>
        {next.map((piece, index) => (
          <li key={`${piece.kind} ${piece.theme.slug} ${piece.number}`}>
            <h3>
              {preparationVerbs[piece.kind]} <a href={placeOf(community, piece)}>{piece.title}</a>
            </h3>
            <p>
              {serves(piece.serves)} {piece.reason}
            </p>
            <SubmitForm
              inline
              action={paths.preparations(community)}
              hidden={{ kind: piece.kind, theme: piece.theme.slug, about: piece.number ?? "" }}
              label={`Prepare ${piece.title}`}
            >
              <Button tone={index === 0 ? "go" : "plain"}>Prepare this</Button>
            </SubmitForm>
          </li>
        ))}
      </ol>
      {preparing.length === 0 ? null : <h3>Being prepared now</h3>}
      {preparing.map((other) => (
        <p key={other.id}>
          {other.name}:{" "}
          <a href={paths.preparation(community, other.id)}>{`${preparationVerbs[other.kind]} ${other.title}`}</a>
        </p>
      ))}
    </Section>
  );
}

const placeOf = (community: Community, { kind, theme, number }: NextPreparation) => {
  if (number === null) return paths.theme(community, theme);
  return kind === "answer" ? paths.question(community, { number }) : paths.task(community, { number });
};

const serves = (count: number | null) => {
  if (count === null || count === 0) return "For whoever comes.";
  return count === 1 ? "Would serve 1 newcomer." : `Would serve ${count} newcomers.`;
};
