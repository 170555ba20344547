import { Button } from "./button";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextField } from "./text-field";

/** Into which other task one goes. */
export function MergingForm({ action, ...state }: FormState & { action: string }) {
  return (
    <>
      <ErrorSummary errors={state.errors ?? []} />
      <SubmitForm action={action}>
        <TextField
          {...fieldState(state, "into")}
          label="The number of the task that stays"
          hint="It stands on the task's page: 12."
          size="short"
        />
        <Actions>
          <Button tone="go">Merge the two</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}
