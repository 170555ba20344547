import type { ComponentPropsWithoutRef } from "react";
import styles from "./control.module.css";
import { FieldFrame, type FieldProps, wiring } from "./field";
import { Room, useRoom } from "./room";

type TextAreaProps = FieldProps & {
  /** What was typed, or what is stored. */
  value?: string;
  /** The most characters it takes, said as text: nothing is cut off while typing. */
  limit?: number;
  rows?: number;
  /** An outline or code: fixed width, and no spelling marks. */
  mono?: boolean;
} & Pick<ComponentPropsWithoutRef<"textarea">, "required" | "autoFocus">;

/** Several lines of text; it grows with what is typed where the browser can. */
export function TextArea({ value, limit, rows = 4, mono = false, ...rest }: TextAreaProps) {
  const { name, label, hint, error, form, ...textarea } = rest;
  const room = useRoom({ name, form, limit });
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error} form={form}>
      <textarea
        {...textarea}
        {...wiring({ name, hint, error, form }, room.id)}
        className={`${styles.control} ${styles.full} ${styles.area} ${mono ? styles.mono : ""}`}
        rows={rows}
        spellCheck={mono ? false : undefined}
        defaultValue={value}
        onInput={room.onInput}
      />
      <Room room={room} />
    </FieldFrame>
  );
}
