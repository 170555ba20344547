import type { KeyboardEvent, RefObject } from "react";
import type { Hint } from "../domain/roadmap/hints";
import styles from "./desk.module.css";
import { FieldFrame, wiring } from "./field";

type DeskWritingProps = {
  area: RefObject<HTMLTextAreaElement>;
  /** What it begins with; what is written goes to `onWrite`. */
  value: string;
  /** What is written now, and what could be said about its lines. */
  text: string;
  hints: readonly Hint[];
  error?: string;
  onWrite: (text: string) => void;
};

const hint =
  "A number at the end of a line, such as #12, says which task it is: rewrite the line, keep the number, and it stays that task with all it has. A line without one is new.";

/** Where a theme is written. In the margin, beside their lines, a few words on what they could still use. */
export function DeskWriting({ area, value, text, hints, error, onWrite }: DeskWritingProps) {
  const field = { name: "outline", label: "The theme as an outline", hint, error };
  const shorts = new Map(hints.map((one) => [one.line, one.short]));
  return (
    <FieldFrame {...field}>
      <div className={styles.writing}>
        <textarea
          {...wiring(field)}
          ref={area}
          className={styles.area}
          rows={16}
          spellCheck={false}
          defaultValue={value}
          onInput={(event) => onWrite(event.currentTarget.value)}
          onKeyDown={saveByKey}
        />
        {/* The same lines once more, unseen, so that each hint stands where its line does. */}
        <div className={styles.margin} aria-hidden="true">
          {text.split("\n").map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
            <div key={at}>
              <span>{line || " "}</span>
              {shorts.has(at + 1) ? <b>▲ {shorts.get(at + 1)}</b> : null}
            </div>
          ))}
        </div>
      </div>
    </FieldFrame>
  );
}

/** Control and Enter, or Command and Enter, save from within the text. */
function saveByKey(event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const { form } = event.currentTarget;
  const save = form?.querySelector<HTMLButtonElement>("button[data-save]");
  event.preventDefault();
  if (save) form?.requestSubmit(save);
}
