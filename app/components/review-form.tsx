import { limits } from "../domain/limits";
import { reviewDecisions } from "../domain/people/waiting";
import { Button } from "./button";
import { RadioGroup } from "./choice-group";
import { Actions } from "./columns";
import { type FormState, fieldState } from "./form-state";
import { Section } from "./section";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";

const choices = {
  accepted: { label: "They come", hint: "While no place is free, they are next in line." },
  waiting: { label: "They wait", hint: "At the end of the line, for a place that becomes free." },
  declined: { label: "Not this time", hint: "They are written to, and can still take tasks of the roadmap." },
} as const;

/** What an organizer says to a registration that waits to be read. */
export function ReviewForm({ action, name, ...state }: FormState & { action: string; name: string }) {
  return (
    <Section title={`Does ${name} come?`} id="review" lede="Read what they said below. They are written to at once.">
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
  );
}
