import type { Adjusting } from "../domain/plans/adjusting";
import { paths } from "../paths";
import { Button, ButtonLink } from "./button";
import { CheckboxGroup, type Choice, RadioGroup } from "./choice-group";
import { Actions } from "./columns";
import { DefinitionList } from "./definition-list";
import { Disclosure } from "./disclosure";
import styles from "./plan-adjust.module.css";
import { SubmitForm } from "./submit-form";

type Slugged = { slug: string };

type PlanAdjustProps = {
  community: Slugged;
  sprint: Slugged;
  adjusting: Adjusting;
  /** What was chosen before the form came back. */
  chosen?: { mentor?: string; keep?: string };
  error?: string | null;
};

/** What organizers can do for one newcomer: another seat, or none; a pair at once; a rule for every run. */
export function PlanAdjust({ community, sprint, adjusting, chosen = {}, error }: PlanAdjustProps) {
  const { newcomerId, newcomer, mentorId, choices, others, seen } = adjusting;
  const drafting = seen !== null;
  const seats: Choice[] = choices.map((choice) => ({
    value: String(choice.mentorId),
    label: choice.mentor,
    hint: [
      `${choice.words} ${choice.free === 1 ? "One seat is free" : `${choice.free} seats are free`}.`,
      ...choice.reasons,
    ].join(" · "),
  }));
  const wait = drafting && mentorId !== null ? [{ value: "wait", label: `Let ${newcomer} wait` }] : [];
  return (
    <div className={styles.panel}>
      {seats.length + wait.length === 0 ? (
        <p>No mentor with a free seat fits. Ask one of them for another seat, or fix a pair if you know better.</p>
      ) : (
        <SubmitForm
          action={drafting ? paths.planMove(community, sprint) : paths.pairs(community, sprint)}
          hidden={{ newcomer: newcomerId, seen: seen ?? "" }}
          label={`Another seat for ${newcomer}`}
        >
          <RadioGroup
            name="mentor"
            form="move"
            label={mentorId === null ? `A seat for ${newcomer}` : `Another seat for ${newcomer}`}
            hint={seats.length > 1 ? "The best fit first." : undefined}
            choices={[...seats, ...wait]}
            value={chosen.mentor}
            error={error}
          />
          {drafting ? (
            <CheckboxGroup
              name="keep"
              form="move"
              label="When the pairing runs again"
              choices={[{ value: "yes", label: "Keep it so" }]}
              values={chosen.keep ? ["yes"] : []}
            />
          ) : null}
          <Actions>
            {drafting ? <Button>Move in the draft</Button> : null}
            {seats.length > 0 ? (
              <Button tone={drafting ? "quiet" : "plain"} formAction={paths.pairs(community, sprint)}>
                Pair them at once, and tell both
              </Button>
            ) : null}
          </Actions>
        </SubmitForm>
      )}
      {others.length > 0 ? (
        <Disclosure summary={seats.length > 0 ? "What about somebody else?" : "What about each of the mentors?"}>
          <DefinitionList definitions={others.map(({ mentor, words }) => ({ term: mentor, said: words }))} />
        </Disclosure>
      ) : null}
      <div className={styles.ways}>
        <PairRules community={community} sprint={sprint} adjusting={adjusting} />
        <ButtonLink tone="quiet" href={`${paths.plan(community, sprint)}#newcomer-${newcomerId}`}>
          Close
        </ButtonLink>
      </div>
    </div>
  );
}

/** What holds for every run, of the pair the newcomer is in. */
function PairRules({ community, sprint, adjusting }: Pick<PlanAdjustProps, "community" | "sprint" | "adjusting">) {
  const { newcomerId, mentorId, mentor, fixed, seen } = adjusting;
  if (mentorId === null) return null;
  const action = paths.planRule(community, sprint);
  const hidden = { newcomer: newcomerId, mentor: mentorId, seen: seen ?? "" };
  return (
    <>
      <SubmitForm action={action} hidden={{ ...hidden, rule: fixed ? "none" : "fixed" }} inline>
        <Button tone="quiet">{fixed ? `Do not fix with ${mentor} any more` : `Fix with ${mentor}`}</Button>
      </SubmitForm>
      <SubmitForm action={action} hidden={{ ...hidden, rule: "forbidden" }} inline>
        <Button tone="quiet">Never with {mentor}</Button>
      </SubmitForm>
    </>
  );
}
