import { limits } from "../domain/limits";
import { paths } from "../paths";
import { Button } from "./button";
import { FieldPair } from "./field-pair";
import { type FormState, fieldState } from "./form-state";
import { SubmitForm } from "./submit-form";
import { TextField } from "./text-field";
import { zonePlace } from "./time-words";

type LockInFormProps = FormState & {
  community: { slug: string };
  pairId: number;
  /** The sprint's IANA zone: what its hours are read in. */
  zone: string;
  /** The lock-in it changes, and the revision it is filled from; without one it books. */
  changes?: { id: number; seen: string };
};

/** Booking, or changing, an hour or two in which a pair does one thing to the end. */
export function LockInForm({ community, pairId, zone, changes, ...state }: LockInFormProps) {
  const field = (name: string) => ({ ...fieldState(state, name), form: "lock-in" });
  return (
    <SubmitForm
      action={changes ? paths.lockInEdit(community, pairId, changes.id) : paths.lockIns(community, pairId)}
      label={changes ? "Change the lock-in" : "Book a lock-in"}
      hidden={changes ? { seen: changes.seen } : {}}
    >
      <TextField
        {...field("title")}
        label="What you do"
        hint="It stands on the sprint's public page, without your names: say the task or the theme."
        limit={limits.titleGraphemes}
      />
      <TextField {...field("day")} label="Day" type="date" size="short" />
      <FieldPair>
        <TextField {...field("from")} label={`From (${zonePlace(zone)} time)`} type="time" size="short" />
        <TextField {...field("until")} label={`Until (${zonePlace(zone)} time)`} type="time" size="short" />
      </FieldPair>
      <TextField
        {...field("place")}
        label="Where"
        hint="A table, a room, a public channel."
        limit={limits.titleGraphemes}
      />
      <TextField
        {...field("doneWhen")}
        label="Done when"
        hint="How you both know that you can stop."
        limit={limits.titleGraphemes}
      />
      {changes ? <Button tone="go">Save</Button> : <Button>Book it</Button>}
    </SubmitForm>
  );
}
