import { limits } from "../domain/limits";
import { isTaskKind, taskKinds } from "../domain/tasks/kinds";
import { proposalFor } from "../domain/tasks/proposals";
import { Button } from "./button";
import { CheckboxGroup } from "./choice-group";
import { Actions } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import { type Option, SelectField } from "./select-field";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

type TaskFormProps = FormState & {
  action: string;
  /** The words of its button. */
  submit: string;
  /** Where it may stand: the pillars of a theme for a new task, every place of the roadmap for one that may move. */
  place: { name: "pillar" | "place"; label: string; options: readonly Option[]; empty?: string };
  /** Whom a newcomer could ask. */
  members: readonly Option[];
  /** Questions it may wait for, each a box of its own, and those it does wait for, by number. */
  questions: readonly { number: number; title: string }[];
  awaited: readonly number[];
  /** The revision it is filled from, when it edits. */
  seen?: string;
};

const sizes = ["30 min", "1h", "2h", "half a day", "1 day", "2 days", "3 days", "5 days"];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What a task says about itself. "Propose" sends it too, and shows it again with a text in each field of guidance that has none. */
export function TaskForm({ action, submit, place, members, questions, awaited, seen, ...state }: TaskFormProps) {
  const kind = fieldState(state, "kind");
  const size = fieldState(state, "size");
  const proposal = isTaskKind(kind.value) ? proposalFor(kind.value) : null;
  const suggest = (what: string, text: string | undefined) =>
    text ? `${what} For ${kind.value}, say: “${text}”.` : what;
  return (
    <>
      <ErrorSummary errors={state.errors ?? []} />
      <SubmitForm action={action} hidden={seen === undefined ? {} : { seen }}>
        <TextField
          {...fieldState(state, "title")}
          label="Title"
          hint="Begin with a verb: “Survey the packages people use”."
          limit={limits.titleGraphemes}
        />
        <SelectField
          {...kind}
          label="Kind"
          options={taskKinds.map((value) => ({ value, label: capital(value) }))}
          empty="As the title says"
        />
        <SelectField
          {...size}
          label="Size"
          hint="A first task fits into a day. Divide what is larger."
          options={withOption(sizes, size.value).map((value) => ({ value, label: value }))}
          empty="Nobody knows yet"
        />
        <SelectField
          {...fieldState(state, place.name)}
          label={place.label}
          options={place.options}
          empty={place.empty}
        />
        <TextArea
          {...fieldState(state, "goal")}
          label="Why it matters"
          hint="May stay empty: the theme's why counts."
          limit={limits.textGraphemes}
          rows={2}
        />
        <TextArea
          {...fieldState(state, "start")}
          label="Where to start"
          hint="The file, page or ticket somebody opens first."
          limit={limits.textGraphemes}
          rows={2}
        />
        <TextArea
          {...fieldState(state, "doneWhen")}
          label="Done when"
          hint={suggest("What somebody can see when it is finished.", proposal?.doneWhen)}
          limit={limits.textGraphemes}
          rows={2}
        />
        <TextArea
          {...fieldState(state, "verify")}
          label="How to verify"
          hint={suggest("How the person who did it can convince themselves that it works.", proposal?.verify)}
          limit={limits.textGraphemes}
          rows={2}
        />
        <TextField
          {...fieldState(state, "skills")}
          label="Skills"
          hint="What somebody needs to know, with commas between: python, css. Most first tasks need none."
          size="medium"
        />
        <TextArea
          {...fieldState(state, "links")}
          label="Links"
          hint="Pages that belong to it, one a line: the ticket, the discussion."
          limit={limits.textGraphemes}
          rows={2}
        />
        <TextArea {...fieldState(state, "notes")} label="Notes" limit={limits.textGraphemes} rows={2} />
        <SelectField
          {...fieldState(state, "mentor")}
          label="Whom to ask"
          hint="The one person a newcomer turns to."
          options={members}
          empty="Nobody yet"
        />
        <TextField
          {...fieldState(state, "waitsFor")}
          label="Waits for these tasks"
          hint="Their numbers, with commas between them: 12, 15. It can be claimed once they are finished."
          size="medium"
        />
        {questions.length > 0 ? (
          <CheckboxGroup
            name="questions"
            label="Waits for the answer to"
            choices={questions.map(({ number, title }) => ({
              name: `question-${number}`,
              value: `${number}`,
              label: title,
            }))}
            values={awaited.map(String)}
          />
        ) : null}
        <Actions>
          <Button tone="go">{submit}</Button>
          <Button name="propose" value="1">
            Propose “done when” and “verify”
          </Button>
        </Actions>
      </SubmitForm>
    </>
  );
}

const withOption = (known: readonly string[], value: string) =>
  value === "" || known.includes(value) ? known : [...known, value];
