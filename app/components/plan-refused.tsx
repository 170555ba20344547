import type { ReactNode } from "react";
import type { Adjusting } from "../domain/plans/adjusting";
import type { LateWords } from "../domain/plans/late";
import { paths } from "../paths";
import { ButtonLink } from "./button";
import { PageHeader } from "./page-header";
import { PlanAdjust } from "./plan-adjust";
import { Section } from "./section";

type Named = { slug: string; name: string };

type PlanRefusedProps = {
  community: { slug: string };
  sprint: Named;
  /** Why, and how things stand when somebody else has changed them. */
  refused: LateWords;
  /** The form that was sent, with what it held. */
  children?: ReactNode;
};

/** A form of the pairing table that was not carried out: why, what is different now, and the form with what was chosen. */
export function PlanRefused({ community, sprint, refused, children }: PlanRefusedProps) {
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprint(community, sprint), label: sprint.name },
          { href: paths.plan(community, sprint), label: "The pairing table" },
        ]}
        title={refused.title}
        lede={refused.lede}
        actions={
          <ButtonLink tone={children ? "quiet" : "go"} href={paths.plan(community, sprint)}>
            Look at the table
          </ButtonLink>
        }
      />
      {refused.lines.length > 0 ? (
        <Section title="How things stand now" id="now">
          <ul>
            {refused.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Section>
      ) : null}
      {children ? (
        <Section title="What you chose" id="chosen">
          {children}
        </Section>
      ) : null}
    </>
  );
}

type SeatRefusedProps = Omit<PlanRefusedProps, "children"> & {
  /** Null when this newcomer has a mentor, or has withdrawn. */
  adjusting: Adjusting | null;
  chosen: { mentor?: string; keep?: string };
  /** The sentence at the choice itself. */
  error: string | null;
};

/** The same for a seat that was not given. */
export function SeatRefused({ adjusting, chosen, error, ...refused }: SeatRefusedProps) {
  const { community, sprint } = refused;
  return (
    <PlanRefused {...refused}>
      {adjusting ? (
        <>
          {refused.refused.lines.includes(adjusting.now) ? null : <p>{adjusting.now}</p>}
          <PlanAdjust community={community} sprint={sprint} adjusting={adjusting} chosen={chosen} error={error} />
        </>
      ) : undefined}
    </PlanRefused>
  );
}
