import { limits } from "../domain/limits";
import { Button } from "./button";
import { Actions } from "./columns";
import { type FormState, fieldState } from "./form-state";
import { type Option, SelectField } from "./select-field";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

type AddQuestionFormProps = FormState & {
  action: string;
  /** Who could find out; left out, the owner is named later. */
  members?: readonly Option[];
};

/** A question that has to be answered before a theme can be split. */
export function AddQuestionForm({ action, members, ...state }: AddQuestionFormProps) {
  return (
    <SubmitForm action={action} label="Ask a question">
      <TextField {...fieldState(state, "title")} form="question" label="The question" limit={limits.titleGraphemes} />
      <TextArea
        {...fieldState(state, "notes")}
        form="question"
        label="What is known so far"
        hint="Links, opinions, how somebody could find out. It may stay empty."
        rows={3}
      />
      {members ? (
        <SelectField
          {...fieldState(state, "owner")}
          form="question"
          label="Who finds out"
          options={members}
          empty="Nobody yet"
        />
      ) : null}
      <Actions>
        <Button>Ask it</Button>
      </Actions>
    </SubmitForm>
  );
}
