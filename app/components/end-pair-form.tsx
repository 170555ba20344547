import { endingWords } from "../domain/pairs/words";
import { chosenEndings } from "../domain/sprint/words";
import { paths } from "../paths";
import { Button } from "./button";
import { RadioGroup } from "./choice-group";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";

type EndPairFormProps = FormState & { community: { slug: string }; pairId: number };

/** Ending a pair, with a reason and a note. */
export function EndPairForm({ community, pairId, ...state }: EndPairFormProps) {
  const field = (name: string) => ({ ...fieldState(state, name), form: "ending" });
  return (
    <SubmitForm action={paths.pairEnding(community, pairId)} label="End this pair">
      <RadioGroup
        {...field("ending")}
        label="Why does it end?"
        choices={chosenEndings.map((reason) => ({ value: reason, label: endingWords[reason].choice }))}
      />
      <TextArea
        {...field("note")}
        label="A note (if you like)"
        hint="The two of you and the organizers can read it. What has been written so far stays."
        rows={3}
      />
      <Button>End this pair</Button>
    </SubmitForm>
  );
}
