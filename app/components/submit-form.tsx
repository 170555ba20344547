import type { ElementType, ReactNode } from "react";
import styles from "./submit-form.module.css";

type SubmitFormProps = {
  /** Where it posts to. */
  action: string;
  /** What goes along unseen: a revision, a next page. */
  hidden?: Readonly<Record<string, string | number>>;
  /** Its name for screen readers, when no heading above it says what it does. */
  label?: string;
  /** With a file in it. */
  file?: boolean;
  /** Fields under one another, or one small line: a hidden value and a button. */
  inline?: boolean;
  /** The element to be: `form`, or a component that takes the same attributes and sends it without leaving the page. */
  as?: ElementType;
  children: ReactNode;
};

/** A form that posts. The browser's own bubbles are off, because the server's sentences say more and keep what was typed. */
export function SubmitForm({ action, hidden = {}, label, file, inline, as: Form = "form", children }: SubmitFormProps) {
  return (
    <Form
      method="post"
      action={action}
      encType={file ? "multipart/form-data" : undefined}
      aria-label={label}
      className={inline ? styles.inline : styles.form}
      noValidate
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
