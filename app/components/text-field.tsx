import type { ComponentPropsWithoutRef } from "react";
import styles from "./control.module.css";
import { FieldFrame, type FieldProps, wiring } from "./field";
import { Room, useRoom } from "./room";

type TextFieldProps = FieldProps & {
  type?: "text" | "email" | "url" | "search" | "date" | "time" | "number" | "password";
  /** What was typed, or what is stored. */
  value?: string;
  /** The most characters it takes, said as text: nothing is cut off while typing. */
  limit?: number;
  /** How much is usually typed, so that the box has its length. */
  size?: "short" | "medium" | "full";
} & Pick<ComponentPropsWithoutRef<"input">, "autoComplete" | "inputMode" | "required" | "spellCheck" | "autoFocus">;

/** One line of text. */
export function TextField({ type = "text", value, limit, size = "full", ...rest }: TextFieldProps) {
  const { name, label, hint, error, form, ...input } = rest;
  const room = useRoom({ name, form, limit });
  return (
    <FieldFrame name={name} label={label} hint={hint} error={error} form={form}>
      <input
        {...input}
        {...wiring({ name, hint, error, form }, room.id)}
        className={`${styles.control} ${styles[size]}`}
        type={type}
        defaultValue={value}
        onInput={room.onInput}
      />
      <Room room={room} />
    </FieldFrame>
  );
}
