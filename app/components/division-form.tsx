import { Button } from "./button";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";

/** What a task is to become, a line each. */
export function DivisionForm({ action, seen, ...state }: FormState & { action: string; seen: string }) {
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
        <Actions>
          <Button tone="go">Divide the task</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}
