import type { ReactNode } from "react";
import { limits } from "../domain/limits";
import type { SaidLine } from "../domain/people/registration-said";
import { reviewDecisions } from "../domain/people/waiting";
import { Button } from "./button";
import { RadioGroup } from "./choice-group";
import { Actions } from "./columns";
import { DefinitionList } from "./definition-list";
import { type FormState, fieldState } from "./form-state";
import { Section } from "./section";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";
import { Verbatim } from "./verbatim";

const choices = {
  accepted: { label: "They come", hint: "While no place is free, they are next in line." },
  waiting: { label: "They wait", hint: "At the end of the line, for a place that becomes free." },
  declined: { label: "Not this time", hint: "They are written to, and can still take tasks of the roadmap." },
} as const;

type ReviewFormProps = FormState & {
  action: string;
  name: string;
  said: readonly SaidLine[];
  /** What was said besides, before it is answered. */
  children?: ReactNode;
};

/** What somebody who waits to be read has said, and what an organizer says to it. */
export function ReviewForm({ action, name, said, children, ...state }: ReviewFormProps) {
  return (
    <>
      <Section title="What they say" id="says">
        <DefinitionList definitions={said.map(({ term, said }) => ({ term, said: <Verbatim text={said} /> }))} />
      </Section>
      {children}
      <Section title={`Does ${name} come?`} id="review" lede="They are written to as soon as you answer.">
        <SubmitForm action={action}>
          <RadioGroup
            {...fieldState(state, "decision")}
            label="What do you say?"
            choices={reviewDecisions.map((value) => ({ value, ...choices[value] }))}
          />
          <TextArea
            {...fieldState(state, "words")}
            label="Words to them (if you like)"
            hint="They stand in the mail, under your name."
            limit={limits.claimNoteGraphemes}
            rows={3}
          />
          <Actions>
            <Button tone="go">Tell {name}</Button>
          </Actions>
        </SubmitForm>
      </Section>
    </>
  );
}
