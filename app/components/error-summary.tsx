import { useEffect, useRef } from "react";
import styles from "./error-summary.module.css";
import { fieldId } from "./field";

export type FieldError = {
  /** The field it is about; left out when it is about the whole form. */
  name?: string;
  /** The same sentence that stands at the field. */
  message: string;
};

type ErrorSummaryProps = { errors: readonly FieldError[]; form?: string };

/** What has to be put right, at the top of a form. It takes focus: by `autofocus` in a plain page, by itself after an enhanced send. */
export function ErrorSummary({ errors, form }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  const heading = `${form ?? "page"}-problem`;
  return (
    // biome-ignore lint/a11y/noAutofocus: after a refused form the reader needs this first, and without JavaScript nothing else can bring them here
    <div className={styles.summary} ref={box} role="alert" aria-labelledby={heading} tabIndex={-1} autoFocus>
      <h2 id={heading}>There is a problem</h2>
      <ul>
        {errors.map(({ name, message }) => (
          <li key={`${name} ${message}`}>
            {name === undefined ? message : <a href={`#${fieldId(name, form)}`}>{message}</a>}
          </li>
        ))}
      </ul>
    </div>
  );
}
