import { useFetcher } from "@remix-run/react";
import { type FormEvent, useEffect, useRef } from "react";

const quietMilliseconds = 400;

/**
 * What the page at `action` says of a form that is being filled in, asked with what is in it whenever nobody has typed for a
 * moment: null before that.
 */
export function useLivePreview<Said>(action: string) {
  const { load, data } = useFetcher<Said>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const onInput = (event: FormEvent<HTMLElement>) => {
    const form = (event.target as HTMLInputElement).form;
    if (!form) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const asked = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === "string") asked.set(name, value);
      load(`${action}?${asked}`);
    }, quietMilliseconds);
  };
  return { said: data ?? null, onInput };
}
