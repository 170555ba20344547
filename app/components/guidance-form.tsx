import type { Guidance } from "../domain/tasks/guidance";
import { Button } from "./button";
import { Actions } from "./columns";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";

type GuidanceFormProps = {
  action: string;
  /** Sets the field apart from those of other rows. */
  form: string;
  field: Guidance;
  label: string;
  hint: string;
  /** What goes along unseen: where in a list it came from. */
  hidden: Readonly<Record<string, string>>;
  value: string;
  error?: string;
  /** Whether this is the form to go on with. */
  here: boolean;
};

/** One text of guidance that a task lacks. */
export function GuidanceForm({ action, form, field, hidden, here, ...area }: GuidanceFormProps) {
  return (
    <SubmitForm action={action} label={area.label} hidden={{ ...hidden, field }}>
      <TextArea {...area} name="guidance" form={form} rows={2} autoFocus={here} />
      <Actions>
        <Button tone={here ? "go" : "plain"}>Save and go on</Button>
      </Actions>
    </SubmitForm>
  );
}
