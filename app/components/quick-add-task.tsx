import { Button } from "./button";
import styles from "./quick-add-task.module.css";
import { SubmitForm } from "./submit-form";
import { TextField } from "./text-field";

type QuickAddTaskProps = {
  action: string;
  /** Where it goes, said to those who hear the form: the pillar's title, or the theme's. */
  into: string;
  /** The pillar it goes into; left out, it stands on its own in the theme. */
  pillarId?: number | null;
};

/** A task from its title alone; its kind is read from the words, everything else is written later. */
export function QuickAddTask({ action, into, pillarId = null }: QuickAddTaskProps) {
  return (
    <div className={styles.quick}>
      <SubmitForm
        action={action}
        label={`Add a task to ${into}`}
        hidden={pillarId === null ? {} : { pillar: pillarId }}
        inline
      >
        <TextField name="title" form={`quick-${pillarId ?? "own"}`} label="Title of a new task" size="medium" />
        <Button>Add it</Button>
      </SubmitForm>
    </div>
  );
}
