import { limits } from "../domain/limits";
import { Button } from "./button";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

/** What a pillar says about itself, to be edited. */
export function PillarForm({ action, seen, ...state }: FormState & { action: string; seen: string }) {
  return (
    <>
      <ErrorSummary errors={state.errors ?? []} />
      <SubmitForm action={action} hidden={{ seen }}>
        <TextField {...fieldState(state, "title")} label="Name of the pillar" limit={limits.titleGraphemes} />
        <TextArea
          {...fieldState(state, "intro")}
          label="What belongs in it"
          hint="One or two sentences, if the name does not say it all. Markdown works."
          limit={limits.textGraphemes}
        />
        <Actions>
          <Button tone="go">Save the pillar</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}
