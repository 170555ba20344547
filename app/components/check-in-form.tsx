import { limits } from "../domain/limits";
import { moodWords } from "../domain/pairs/words";
import { checkInMoods } from "../domain/sprint/words";
import { paths } from "../paths";
import { Button } from "./button";
import { RadioGroup } from "./choice-group";
import { Disclosure } from "./disclosure";
import { FieldPair } from "./field-pair";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextField } from "./text-field";
import { zonePlace } from "./time-words";

type CheckInFormProps = FormState & {
  community: { slug: string };
  pairId: number;
  /** The writer's IANA zone: what "when next" is read in. */
  zone: string;
};

/** Ten seconds: how it goes, what is in the way, and if they like when they meet next. */
export function CheckInForm({ community, pairId, zone, ...state }: CheckInFormProps) {
  const field = (name: string) => ({ ...fieldState(state, name), form: "check-in" });
  const saysWhen = ["nextDay", "nextTime"].some((name) => field(name).value !== "" || field(name).error);
  return (
    <SubmitForm action={paths.checkIns(community, pairId)} label="Check in">
      <RadioGroup
        {...field("mood")}
        label="How does it go?"
        columns
        choices={checkInMoods.map((mood) => ({ value: mood, label: moodWords[mood].choice }))}
      />
      <TextField
        {...field("blocks")}
        label="What is in the way?"
        hint="One line. Needed only when you are stuck; both of you and the organizers read it."
        limit={limits.titleGraphemes}
      />
      <Disclosure summary="Say when you meet next" open={saysWhen}>
        <FieldPair>
          <TextField {...field("nextDay")} label="Day" type="date" size="short" />
          <TextField
            {...field("nextTime")}
            label={`Time, on your clock (${zonePlace(zone)})`}
            type="time"
            size="short"
          />
        </FieldPair>
      </Disclosure>
      <Button tone="go">Check in</Button>
    </SubmitForm>
  );
}
