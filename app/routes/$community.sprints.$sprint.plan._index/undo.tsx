import { type ComponentPropsWithoutRef, type FormEvent, useEffect, useRef } from "react";
import { usePendingMoves } from "../../http/moves";

/**
 * A form that waits for the moves that are on their way: leaving the page would break them off, and what it takes back is the last
 * of them.
 */
export function AfterMoves(form: ComponentPropsWithoutRef<"form">) {
  const isMoving = usePendingMoves().length > 0;
  const waiting = useRef<{ form: HTMLFormElement; seen: string } | null>(null);
  useEffect(() => {
    if (isMoving || !waiting.current) return;
    const { form, seen } = waiting.current;
    waiting.current = null;
    fieldOf(form, "seen").value = seen;
    fieldOf(form, "follows").value = "yes";
    form.submit();
  }, [isMoving]);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    if (!isMoving) return;
    event.preventDefault();
    // What was seen when it was pressed: only this organizer's own moves may have come since.
    waiting.current ??= { form: event.currentTarget, seen: fieldOf(event.currentTarget, "seen").value };
  };
  return <form {...form} onSubmit={onSubmit} />;
}

const fieldOf = (form: HTMLFormElement, name: string) => form.elements.namedItem(name) as HTMLInputElement;
