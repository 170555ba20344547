import { Button } from "./button";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

type DivisionFormProps = FormState & { action: string; seen: string; holder: string | null };

/** What a task is to become, a line each, and with which part whoever holds it goes on. */
export function DivisionForm({ action, seen, holder, ...state }: DivisionFormProps) {
  return (
    <>
      <ErrorSummary errors={state.errors ?? []} />
      <SubmitForm action={action} hidden={{ seen }}>
        <TextArea
          {...fieldState(state, "parts")}
          label="What it becomes, one task a line"
          hint="“Survey the packages (research, half a day)”. Lines that begin with “start:”, “done when:”, “verify:” or “needs:” belong to the task above them."
          rows={10}
          mono
        />
        {holder ? (
          <TextField
            {...fieldState(state, "keeps")}
            label={`Which part ${holder} goes on with`}
            hint={`${holder} holds this task now, and keeps the clock. 1 is the first part. They are told by mail.`}
            size="short"
          />
        ) : null}
        <Actions>
          <Button tone="go">Divide the task</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}
