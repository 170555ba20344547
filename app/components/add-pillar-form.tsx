import { limits } from "../domain/limits";
import { Button } from "./button";
import { Actions } from "./columns";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

/** A new pillar for a theme. */
export function AddPillarForm({ action, ...state }: FormState & { action: string }) {
  return (
    <SubmitForm action={action} label="Add a pillar">
      <TextField
        {...fieldState(state, "title")}
        form="pillar"
        label="Name of the pillar"
        limit={limits.titleGraphemes}
      />
      <TextArea
        {...fieldState(state, "intro")}
        form="pillar"
        label="What belongs in it"
        hint="One or two sentences, if the name does not say it all."
        rows={3}
      />
      <Actions>
        <Button>Add the pillar</Button>
      </Actions>
    </SubmitForm>
  );
}
