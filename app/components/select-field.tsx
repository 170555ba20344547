import styles from "./control.module.css";
import { FieldFrame, type FieldProps, wiring } from "./field";

export type Option = { value: string; label: string };

/** Options that belong together; without a label they stand by themselves. */
export type OptionGroup = { label?: string; options: readonly Option[] };

type SelectFieldProps = FieldProps & {
  options?: readonly Option[];
  /** The options of a choice in several parts. */
  groups?: readonly OptionGroup[];
  value?: string;
  /** The words of the empty first choice; without them the first option is the choice. */
  empty?: string;
  required?: boolean;
};

/** One of a list that is too long to lay out; up to six choices read better as a `RadioGroup`. */
export function SelectField({
  options = [],
  groups = [{ options }],
  value,
  empty,
  required,
  ...field
}: SelectFieldProps) {
  return (
    <FieldFrame {...field}>
      <select
        {...wiring(field)}
        className={`${styles.control} ${styles.select}`}
        defaultValue={value ?? (empty === undefined ? undefined : "")}
        required={required}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {groups.map((group) =>
          group.label === undefined ? (
            optionsOf(group)
          ) : (
            <optgroup key={group.label} label={group.label}>
              {optionsOf(group)}
            </optgroup>
          ),
        )}
      </select>
    </FieldFrame>
  );
}

const optionsOf = ({ options }: OptionGroup) =>
  options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ));
