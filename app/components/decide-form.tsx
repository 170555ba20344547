import { limits } from "../domain/limits";
import { Button } from "./button";
import { Actions } from "./columns";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";

/** `submit`: the words of its button. */
type DecideFormProps = FormState & { action: string; submit?: string };

/** The answer to a question, for the record. */
export function DecideForm({ action, submit = "Put the answer on record", ...state }: DecideFormProps) {
  return (
    <SubmitForm action={action} label="Answer the question">
      <TextArea
        {...fieldState(state, "answer")}
        form="decision"
        label="The answer"
        hint="What was decided, in a sentence or two."
        limit={limits.textGraphemes}
        rows={3}
      />
      <TextArea
        {...fieldState(state, "reason")}
        form="decision"
        label="Why"
        hint="So that nobody has to ask again in a year. It may stay empty."
        rows={3}
      />
      <TextArea
        {...fieldState(state, "rejected")}
        form="decision"
        label="What was turned down"
        hint="The other answers that were thought about, and what spoke against them. It may stay empty."
        rows={3}
      />
      <Actions>
        <Button tone="go">{submit}</Button>
      </Actions>
    </SubmitForm>
  );
}
