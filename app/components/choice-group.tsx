import styles from "./control.module.css";
import { FieldFrame, type FieldProps, fieldId } from "./field";

export type Choice = {
  value: string;
  label: string;
  /** One sentence of help under this choice. */
  hint?: string;
  /** Its own name, where each box is a field by itself; its value still sets it apart from the others. */
  name?: string;
};

type GroupProps = FieldProps & {
  choices: readonly Choice[];
  /** Short choices side by side where there is room. */
  columns?: boolean;
};

type ChoicesProps = GroupProps & { type: "radio" | "checkbox"; chosen: readonly string[] };

/** Some of a few. The first box carries the field's id, so that an error can link to it. */
export function CheckboxGroup({ values = [], ...group }: GroupProps & { values?: readonly string[] }) {
  return <Choices {...group} type="checkbox" chosen={values} />;
}

/** One of a few. The first button carries the field's id, so that an error can link to it. */
export function RadioGroup({ value, ...group }: GroupProps & { value?: string }) {
  return <Choices {...group} type="radio" chosen={value === undefined ? [] : [value]} />;
}

function Choices({ choices, columns = false, type, chosen, ...field }: ChoicesProps) {
  const id = fieldId(field.name, field.form);
  return (
    <FieldFrame {...field} group>
      <div className={columns ? `${styles.choices} ${styles.columns}` : styles.choices}>
        {choices.map((choice, index) => {
          const own = index === 0 ? id : `${id}-${index + 1}`;
          return (
            <label className={styles.choice} key={choice.value} htmlFor={own}>
              <input
                type={type}
                id={own}
                name={choice.name ?? field.name}
                value={choice.value}
                defaultChecked={chosen.includes(choice.value)}
                aria-invalid={field.error ? true : undefined}
              />
              <span>{choice.label}</span>
              {choice.hint ? <small>{choice.hint}</small> : null}
            </label>
          );
        })}
      </div>
    </FieldFrame>
  );
}
