import type { ReactNode } from "react";
import styles from "./field.module.css";

/** What every field says about itself. Several forms on one page tell their fields apart by `form`. */
export type FieldProps = {
  name: string;
  label: ReactNode;
  /** One sentence of help, read together with the label. */
  hint?: ReactNode;
  /** The sentence to show when what was typed was refused; it says what to do instead. */
  error?: string | null;
  /** Sets the fields of one form apart from those of another on the same page. */
  form?: string;
};

/** The id of a field's control, for labels and for the links of an `ErrorSummary`. */
export const fieldId = (name: string, form?: string) => (form ? `${form}-${name}` : `field-${name}`);

/** The attributes that tie a control to its label, hint and error. */
export function wiring({ name, hint, error, form }: Omit<FieldProps, "label">, extra?: string) {
  const id = fieldId(name, form);
  const describedBy = [hint ? `${id}-hint` : null, extra ?? null, error ? `${id}-error` : null].filter(Boolean);
  return {
    id,
    name,
    "aria-describedby": describedBy.length > 0 ? describedBy.join(" ") : undefined,
    "aria-invalid": error ? (true as const) : undefined,
  };
}

type FrameProps = FieldProps & {
  /** A set of choices is named by a legend, a single control by a label. */
  group?: boolean;
  children: ReactNode;
};

/** Label, hint, error and control, in the order they are read. */
export function FieldFrame({ name, label, hint, error, form, group = false, children }: FrameProps) {
  const id = fieldId(name, form);
  const said = (
    <>
      {hint ? (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className={styles.error} id={`${id}-error`}>
          <span className={styles.hidden}>Error: </span>
          {error}
        </p>
      ) : null}
    </>
  );
  const frame = error ? `${styles.field} ${styles.refused}` : styles.field;
  if (group) {
    const describedBy = wiring({ name, hint, error, form })["aria-describedby"];
    return (
      <fieldset className={frame} aria-describedby={describedBy}>
        <legend className={styles.label}>{label}</legend>
        {said}
        {children}
      </fieldset>
    );
  }
  return (
    <div className={frame}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {said}
      {children}
    </div>
  );
}
