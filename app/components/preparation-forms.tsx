import { limits } from "../domain/limits";
import { paths } from "../paths";
import { Button } from "./button";
import { Actions } from "./columns";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";

const asked = [
  ["goal", "Why it matters", "Say in a sentence what is better once it is done. Left empty, the theme's why counts."],
  ["start", "Where to start", "Name the file, page or ticket somebody opens first."],
  ["doneWhen", "Done when", "Describe what somebody can see when it is finished."],
  ["verify", "How to verify", "Say how the person who did it can convince themselves that it works."],
] as const;

/** The guidance of a task, and nothing else of it: what whoever prepares it may write. */
export function PreparedTaskForm({ action, seen, ...state }: FormState & { action: string; seen: string }) {
  return (
    <SubmitForm action={action} hidden={{ seen }} label="Guidance">
      {asked.map(([name, label, hint]) => (
        <TextArea
          key={name}
          {...fieldState(state, name)}
          label={label}
          hint={hint}
          limit={limits.textGraphemes}
          rows={3}
        />
      ))}
      <Actions>
        <Button tone="go">Save what I wrote</Button>
      </Actions>
    </SubmitForm>
  );
}

type EndPreparationProps = FormState & { community: { slug: string }; preparationId: number; own: boolean };

/** Handing a preparation back, or freeing it for somebody else. */
export function EndPreparationForm({ community, preparationId, own, ...state }: EndPreparationProps) {
  return (
    <SubmitForm action={paths.preparationEnding(community, preparationId)} label={own ? "Hand it back" : "Free it"}>
      <TextArea
        {...fieldState(state, "note")}
        form="ending"
        label="A note for whoever prepares it next (if you like)"
        hint={own ? "What you found out, and what is left. Members can read it." : "Members can read it."}
        limit={limits.handOverGraphemes}
        rows={3}
      />
      <Actions>
        <Button>{own ? "Hand it back" : "Free it for somebody else"}</Button>
      </Actions>
    </SubmitForm>
  );
}
