import { limits } from "../domain/limits";
import { Button } from "./button";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import { type Option, SelectField } from "./select-field";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";

type FindingsFormProps = FormState & {
  action: string;
  /** The theme's questions. */
  questions: readonly Option[];
  /** The revision it is filled from; "" when nothing has been written. */
  seen: string;
};

/** What an experiment or a piece of research showed. */
export function FindingsForm({ action, questions, seen, ...state }: FindingsFormProps) {
  return (
    <>
      <ErrorSummary errors={state.errors ?? []} />
      <SubmitForm action={action} hidden={{ seen }}>
        <TextArea
          {...fieldState(state, "findings")}
          label="What it showed"
          hint="What you did, what you saw, what you would do next, with links. Everybody can read it. Markdown works."
          limit={limits.textGraphemes}
          rows={8}
        />
        <SelectField
          {...fieldState(state, "question")}
          label="The question it helps to answer"
          hint="It then stands on the question's page, with your name."
          options={questions}
          empty="None of them"
        />
        <Actions>
          <Button tone="go">Put it on record</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}
