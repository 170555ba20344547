import type { DeskPreview } from "../domain/roadmap/desk-preview";
import type { UnreadLine } from "../domain/roadmap/outline-types";
import styles from "./desk.module.css";
import { EmptyState } from "./empty-state";
import { treeOf } from "./outline-plan";
import { OutlineHint, OutlineInside } from "./outline-tree";
import { UnreadLines } from "./unread-lines";

type DeskRemarksProps = { preview: DeskPreview; unread: readonly UnreadLine[]; agreed: boolean };

/** What is to be said of a text before it is saved: what it would take off, and what could not be read. */
export function DeskRemarks({ preview, unread, agreed }: DeskRemarksProps) {
  const { plan, going, staying, token } = preview;
  const remarks = [...unread, ...plan.remarks];
  return (
    <>
      {going.length > 0 ? (
        <fieldset className={styles.leaving}>
          <legend>No line names these any more</legend>
          <ul>
            {going.map(({ mark, title, of }) => (
              <li key={mark}>{leavingWords(of, mark, title)}</li>
            ))}
          </ul>
          <label>
            <input
              type="checkbox"
              id="field-takeOff"
              name="takeOff"
              value={token}
              defaultChecked={agreed}
              key={token}
            />
            {going.length === 1
              ? "Take it off the theme when I save"
              : `Take all ${going.length} off the theme when I save`}
          </label>
        </fieldset>
      ) : null}
      {staying.length > 0 ? (
        <ul className={styles.staying}>
          {staying.map(({ mark, title, of, because }) => (
            <li key={mark}>{`${leavingWords(of, mark, title)} has no line any more. ${because}`}</li>
          ))}
        </ul>
      ) : null}
      {remarks.length > 0 ? (
        <div className={styles.remarks}>
          <UnreadLines lines={remarks.map(({ line, text, because }) => ({ number: line, text, because }))} />
        </div>
      ) : null}
    </>
  );
}

/** What a text makes of its theme. */
export function DeskTheme({ preview: { plan, readiness, hints } }: { preview: DeskPreview }) {
  const [theme] = plan.themes;
  const tree = theme && treeOf(theme, readiness, new Map(hints.map(({ line, text }) => [line, text])));
  const taskLines = new Set([...(theme?.tasks ?? []), ...(theme?.pillars ?? [])].map(({ line }) => line));
  const ofTheme = hints.find(({ line }) => !taskLines.has(line));
  const isEmpty = theme === undefined || theme.tasks.length + theme.questions.length + theme.pillars.length === 0;
  return (
    <>
      {tree ? (
        <>
          <h3 className={styles.theme}>{tree.title}</h3>
          {tree.why ? <p className={styles.why}>{tree.why}</p> : null}
          <OutlineHint text={ofTheme?.text} />
          <OutlineInside theme={tree} />
        </>
      ) : null}
      {isEmpty ? (
        <EmptyState>
          Nothing under it yet. Write what somebody could do, a line each: “- Survey the packages (research, half a
          day)”.
        </EmptyState>
      ) : null}
    </>
  );
}

/** "Task 12, “Draw the path”". */
function leavingWords(of: keyof typeof words, mark: string, title: string): string {
  const number = of === "pillar" ? "" : ` ${mark.replace(/\D/g, "")}`;
  return `${words[of]}${number}, “${title}”`;
}

const words = { question: "Question", pillar: "Pillar", task: "Task" } as const;
