import { limits } from "../domain/limits";
import { type ThemeState, themeStates } from "../domain/roadmap/theme-states";
import { Button } from "./button";
import { RadioGroup } from "./choice-group";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

type ThemeFormProps = FormState & {
  action: string;
  /** The words of its button. */
  submit: string;
  /** The revision it is filled from, when it edits. */
  seen?: string;
};

const states: Record<ThemeState, { label: string; hint: string }> = {
  idea: { label: "Idea", hint: "Somebody thought of it." },
  exploring: { label: "Exploring", hint: "Its questions are being answered, and it is being split." },
  active: { label: "Active", hint: "People are working on it." },
  parked: { label: "Parked", hint: "Not now. Its tasks are not offered to anybody." },
  done: { label: "Done", hint: "Its tasks are not offered to anybody." },
};

/** What a theme says about itself. */
export function ThemeForm({ action, submit, seen, ...state }: ThemeFormProps) {
  return (
    <>
      <ErrorSummary errors={state.errors ?? []} />
      <SubmitForm action={action} hidden={seen === undefined ? {} : { seen }}>
        <TextField {...fieldState(state, "title")} label="Title" limit={limits.titleGraphemes} />
        <TextArea
          {...fieldState(state, "why")}
          label="Why it matters"
          hint="What is better once it is done, and for whom. It counts for all its tasks. Markdown works."
          limit={limits.textGraphemes}
          rows={6}
        />
        <RadioGroup
          {...fieldState(state, "state")}
          label="How it stands"
          choices={themeStates.map((value) => ({ value, ...states[value] }))}
        />
        <Actions>
          <Button tone="go">{submit}</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}
