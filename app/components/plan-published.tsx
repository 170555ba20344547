import { unreachedWords } from "../domain/plans/words";
import { paths } from "../paths";
import { ButtonLink } from "./button";
import { PageHeader } from "./page-header";
import { Section } from "./section";

type Named = { slug: string; name: string };

type PlanPublishedProps = {
  community: { slug: string };
  sprint: Named;
  /** What was published. */
  sentence: string;
  /** The names of those whose mail was not taken. */
  unreached: readonly string[];
  /** False when the server has no way to send mail. */
  sends: boolean;
};

/** Pairs are published, and somebody in them was not reached by mail. */
export function PlanPublished({ community, sprint, sentence, unreached, sends }: PlanPublishedProps) {
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprint(community, sprint), label: sprint.name },
          { href: paths.plan(community, sprint), label: "The pairing table" },
        ]}
        title="Published"
        lede={sentence}
        actions={
          <ButtonLink tone="go" href={paths.plan(community, sprint)}>
            Look at the table
          </ButtonLink>
        }
      />
      <Section
        title={unreachedWords(unreached.length, sends)}
        id="unreached"
        lede={
          sends
            ? "The mail server did not take them. We try again for a day; whoever is not reached even then is named on the overview of the sprint."
            : "This server has no way to send mail. Please tell these people yourself; their pages show who they are paired with."
        }
      >
        <ul>
          {unreached.map((name, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name, and the list is never reordered
            <li key={index}>{name}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
