import type { FieldError } from "./error-summary";
import type { Option } from "./select-field";

/** A form with something in it: what was typed or is stored, by field name, and what was refused. */
export type FormState = { typed?: Readonly<Record<string, string>>; errors?: readonly FieldError[] };

/** The value and the error of one field, to be spread into its component. */
export const fieldState = ({ typed = {}, errors = [] }: FormState, name: string) => ({
  name,
  value: typed[name] ?? "",
  error: errors.find((error) => error.name === name)?.message,
});

/** People to choose from, by name. */
export const peopleOptions = (people: readonly { id: number; name: string }[]): Option[] =>
  people.map(({ id, name }) => ({ value: String(id), label: name })).sort(byLabel);

const byLabel = (one: Option, other: Option) => inEnglish.compare(one.label, other.label);
const inEnglish = new Intl.Collator("en");
