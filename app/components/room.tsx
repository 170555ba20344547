import { type FormEvent, useState } from "react";
import { graphemes } from "../domain/text";
import styles from "./control.module.css";
import { fieldId } from "./field";

type Typed = FormEvent<HTMLInputElement | HTMLTextAreaElement>;

/** How much room is left in a field with a limit: a sentence from the server, a count once somebody types. */
export function useRoom({ name, form, limit }: { name: string; form?: string; limit?: number }) {
  const [used, setUsed] = useState<number | null>(null);
  if (limit === undefined) return { id: undefined, text: null, near: false, onInput: undefined };
  return {
    id: `${fieldId(name, form)}-room`,
    text: sentence(used, limit),
    near: used !== null && used > limit * 0.9,
    // Counted the way the server counts.
    onInput: (event: Typed) => setUsed(graphemes(event.currentTarget.value)),
  };
}

/** Shows the room left; it is announced only when it is nearly gone. */
export function Room({ room }: { room: ReturnType<typeof useRoom> }) {
  if (room.id === undefined) return null;
  return (
    <p className={styles.room} id={room.id} aria-live={room.near ? "polite" : "off"}>
      {room.text}
    </p>
  );
}

const sentence = (used: number | null, limit: number) => {
  if (used === null) return `Up to ${count(limit)}.`;
  return used > limit ? `${count(used - limit)} too many.` : `${count(limit - used)} left.`;
};

const count = (n: number) => `${String(n).replace(/\B(?=(\d{3})+$)/g, ",")} character${n === 1 ? "" : "s"}`;
