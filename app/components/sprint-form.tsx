import { limits } from "../domain/limits";
import { Button } from "./button";
import { CheckboxGroup, RadioGroup } from "./choice-group";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { FieldPair } from "./field-pair";
import { type FormState, fieldState } from "./form-state";
import { SelectField } from "./select-field";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

type SprintFormProps = FormState & {
  action: string;
  /** The words of its button. */
  submit: string;
  /** IANA zones to choose from. */
  zones: readonly string[];
  /** The revision it is filled from, when it edits. */
  seen?: string;
};

/** What organizers say about a sprint. */
export function SprintForm({ action, submit, zones, seen, ...state }: SprintFormProps) {
  return (
    <>
      <ErrorSummary errors={state.errors ?? []} />
      <SubmitForm action={action} hidden={seen === undefined ? {} : { seen }}>
        <TextField
          {...fieldState(state, "name")}
          label="Name"
          hint="As people will say it. Its address is made from it."
          limit={limits.titleGraphemes}
        />
        <TextArea
          {...fieldState(state, "summary")}
          label="What it is about"
          hint="One or two sentences for somebody who has never been to one."
          limit={limits.claimNoteGraphemes}
          rows={3}
        />
        <FieldPair>
          <TextField {...fieldState(state, "startsOn")} label="First day" type="date" size="medium" />
          <TextField {...fieldState(state, "endsOn")} label="Last day" type="date" size="medium" />
        </FieldPair>
        <FieldPair>
          <TextField {...fieldState(state, "dayStarts")} label="Each day starts" type="time" size="short" />
          <TextField {...fieldState(state, "dayEnds")} label="Each day ends" type="time" size="short" />
        </FieldPair>
        <SelectField
          {...fieldState(state, "timeZone")}
          label="Time zone"
          hint="Days and hours are meant in it, also across a change of the clocks."
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          empty="Choose a time zone"
        />
        <RadioGroup
          {...fieldState(state, "where")}
          label="Where people meet"
          choices={[
            { value: "place", label: "In a place", hint: "Some may take part online as well." },
            { value: "online", label: "Online", hint: "Nobody travels." },
          ]}
        />
        <TextField
          {...fieldState(state, "place")}
          label="Place"
          hint="Venue and town; online: which chat or call. Everybody can read it."
          limit={limits.titleGraphemes}
        />
        <TextField
          {...fieldState(state, "capacity")}
          label="Room for how many"
          hint="Counts who comes to the place; online, everybody. Further people wait in line. Leave it empty when there is room for all."
          size="short"
          inputMode="numeric"
        />
        <TextField
          {...fieldState(state, "offerHours")}
          label="Hours a free place is held"
          hint="For whoever is next in line, before it is offered to the one after. While the sprint is on, two at most."
          size="short"
          inputMode="numeric"
        />
        <CheckboxGroup
          name="reviews"
          label="Who comes"
          choices={[
            {
              value: "yes",
              label: "Organizers read each registration first",
              hint: "Nobody new has a place before one of you says so.",
            },
          ]}
          values={state.typed?.reviews ? ["yes"] : []}
        />
        <TextArea
          {...fieldState(state, "bring")}
          label="What to bring and set up"
          hint="So that the first morning is not lost to it. Markdown works."
          limit={limits.textGraphemes}
        />
        <TextArea
          {...fieldState(state, "giving")}
          label="Where to give time and money"
          hint="Markdown works."
          limit={limits.textGraphemes}
        />
        <TextArea
          {...fieldState(state, "codeOfConduct")}
          label="Code of conduct"
          hint="A link or the text itself, and whom to turn to. Markdown works."
          limit={limits.textGraphemes}
        />
        <TextArea
          {...fieldState(state, "mentorDuties")}
          label="What is asked of mentors"
          hint="Each says yes to it when they register, such as answering within a day. Leave it empty when nothing is asked."
          limit={limits.claimNoteGraphemes}
          rows={3}
        />
        <Actions>
          <Button tone="go">{submit}</Button>
        </Actions>
      </SubmitForm>
    </>
  );
}
