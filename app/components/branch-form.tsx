import { Button } from "./button";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import { type Option, SelectField } from "./select-field";
import { SubmitForm } from "./submit-form";

/** To which other theme a pillar goes. */
export function BranchForm({ action, options, ...state }: FormState & { action: string; options: readonly Option[] }) {
  return (
    <>
      <ErrorSummary errors={state.errors ?? []} />
      <SubmitForm action={action}>
        <SelectField {...fieldState(state, "to")} label="Move to" options={options} empty="Choose a theme" />
        <Actions>
          <Button tone="go">Move the pillar</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}
