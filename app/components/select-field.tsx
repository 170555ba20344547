import styles from "./control.module.css";
import { FieldFrame, type FieldProps, wiring } from "./field";

export type Option = { value: string; label: string };

type SelectFieldProps = FieldProps & {
  options: readonly Option[];
  value?: string;
  /** The words of the empty first choice; without them the first option is the choice. */
  empty?: string;
  required?: boolean;
};

/** One of a list that is too long to lay out; up to six choices read better as a `RadioGroup`. */
export function SelectField({ options, value, empty, required, ...field }: SelectFieldProps) {
  return (
    <FieldFrame {...field}>
      <select
        {...wiring(field)}
        className={`${styles.control} ${styles.select}`}
        defaultValue={value ?? (empty === undefined ? undefined : "")}
        required={required}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
