import type { Movable } from "../domain/roadmap/move-words";
import { Button } from "./button";
import { Actions } from "./columns";
import { SelectField } from "./select-field";
import { SubmitForm } from "./submit-form";

/** A place a thing can go to. `before`: the title of what it would stand before; null: the end. */
type Place = { value: string; before: string | null; isNow?: boolean };

type MoveFormProps = {
  action: string;
  what: Movable;
  /** The name of the choice, and the sentence above it. */
  name: string;
  label: string;
  hint?: string;
  hidden: Readonly<Record<string, string | number>>;
  /** The places, list by list; a single list needs no name. */
  places: readonly { label?: string; options: readonly Place[] }[];
};

/** Puts a thing somewhere else without dragging it: the list, and the neighbour it goes before. */
export function MoveForm({ action, what, name, label, hint, hidden, places }: MoveFormProps) {
  const groups = places.map((list) => ({
    label: list.label,
    options: list.options.map((place) => ({ value: place.value, label: placeWords(place) })),
  }));
  const now = places.flatMap(({ options }) => options).find(({ isNow }) => isNow);
  return (
    <SubmitForm action={action} hidden={hidden}>
      <SelectField name={name} label={label} hint={hint} groups={groups} value={now?.value} />
      <Actions>
        <Button tone="go">Move the {what}</Button>
      </Actions>
    </SubmitForm>
  );
}

const placeWords = ({ before, isNow }: Place) =>
  `${before === null ? "At the end" : `Before “${before}”`}${isNow ? ", where it is now" : ""}`;
