import type { RuleOfPair } from "../domain/plans/pairing";
import { paths } from "../paths";
import { Button } from "./button";
import { RadioGroup } from "./choice-group";
import { Stack } from "./columns";
import { Disclosure } from "./disclosure";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import styles from "./plan-rules.module.css";
import { type Option, SelectField } from "./select-field";
import { SubmitForm } from "./submit-form";

type Slugged = { slug: string };

type PlanRulesProps = {
  community: Slugged;
  sprint: Slugged;
  rules: readonly RuleOfPair[];
  newcomers: readonly Option[];
  mentors: readonly Option[];
  /** Of so many newcomers, only those are to choose from whom this page shows. */
  some: boolean;
  /** The draft's revision; null without one. */
  seen: number | null;
};

/** What organizers know better than the engine: who is fixed with whom, and who is never paired. */
export function PlanRules({ community, sprint, rules, newcomers, mentors, some, seen }: PlanRulesProps) {
  const action = paths.planRule(community, sprint);
  return (
    <Stack>
      {rules.length === 0 ? <p>Nobody is fixed or forbidden. The table is the engine's proposal alone.</p> : null}
      {rules.length > 0 ? (
        <ul className={styles.rules}>
          {rules.map(({ newcomerId, newcomer, mentorId, mentor, rule }) => (
            <li className={styles.rule} key={`${newcomerId} ${mentorId}`}>
              <span>
                {rule === "fixed" ? (
                  <>
                    <b>{newcomer}</b> with <b>{mentor}</b>
                  </>
                ) : (
                  <>
                    <b>{newcomer}</b> never with <b>{mentor}</b>
                  </>
                )}
              </span>
              <SubmitForm
                action={action}
                hidden={{ newcomer: newcomerId, mentor: mentorId, rule: "none", seen: seen ?? "" }}
                label={`${newcomer} and ${mentor}`}
                inline
              >
                <Button tone="quiet">Take back</Button>
              </SubmitForm>
            </li>
          ))}
        </ul>
      ) : null}
      {newcomers.length > 0 && mentors.length > 0 ? (
        <Disclosure summary="Fix or forbid a pair">
          {some ? (
            <p>
              Here you can choose the newcomers this page of the table shows. For somebody else, go to their page first.
            </p>
          ) : null}
          <RuleForm action={action} newcomers={newcomers} mentors={mentors} seen={seen} />
        </Disclosure>
      ) : null}
    </Stack>
  );
}

type RuleFormProps = FormState & {
  action: string;
  newcomers: readonly Option[];
  mentors: readonly Option[];
  seen: number | null;
};

/** Says something of two people that holds for every run. */
export function RuleForm({ action, newcomers, mentors, seen, ...state }: RuleFormProps) {
  return (
    <SubmitForm action={action} hidden={{ seen: seen ?? "" }} label="Fix or forbid a pair">
      <ErrorSummary form="rule" errors={state.errors ?? []} />
      <SelectField {...fieldState(state, "newcomer")} form="rule" label="Newcomer" empty="Choose" options={newcomers} />
      <SelectField {...fieldState(state, "mentor")} form="rule" label="Mentor" empty="Choose" options={mentors} />
      <RadioGroup
        {...fieldState(state, "rule")}
        form="rule"
        label="What holds for every run?"
        choices={[
          { value: "fixed", label: "They are a pair", hint: "Also with few shared hours, if you know better." },
          { value: "forbidden", label: "They are never a pair" },
          { value: "none", label: "Neither: take back what was said of them" },
        ]}
      />
      <Button>Save</Button>
    </SubmitForm>
  );
}
