import { limits } from "../domain/limits";
import { Button } from "./button";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import { type Option, SelectField } from "./select-field";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

type QuestionFormProps = FormState & {
  action: string;
  /** Who could find out, and the themes it may belong to. */
  members: readonly Option[];
  themes: readonly Option[];
  /** The revision it is filled from. */
  seen: string;
};

/** What a question says about itself, to be edited. */
export function QuestionForm({ action, members, themes, seen, ...state }: QuestionFormProps) {
  return (
    <>
      <ErrorSummary errors={state.errors ?? []} />
      <SubmitForm action={action} hidden={{ seen }}>
        <TextField {...fieldState(state, "title")} label="The question" limit={limits.titleGraphemes} />
        <TextArea
          {...fieldState(state, "notes")}
          label="What is known so far"
          hint="Links, opinions, how somebody could find out. It may stay empty."
          limit={limits.textGraphemes}
        />
        <SelectField {...fieldState(state, "owner")} label="Who finds out" options={members} empty="Nobody yet" />
        <SelectField {...fieldState(state, "theme")} label="Theme" options={themes} />
        <Actions>
          <Button tone="go">Save the question</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}
