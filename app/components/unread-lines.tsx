import styles from "./unread-lines.module.css";

export type UnreadLine = {
  /** Its number in what was pasted, from 1. */
  number: number;
  text: string;
  /** Why it was not understood, and what to write instead. */
  because?: string;
};

/** The lines of an outline that became nothing, so that nothing is dropped in silence. */
export function UnreadLines({ lines }: { lines: readonly UnreadLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ol className={styles.lines}>
      {lines.map((line) => (
        <li key={line.number}>
          <span className={styles.number}>Line {line.number}</span>
          <div>
            <code>{line.text}</code>
            {line.because ? <p className={styles.because}>{line.because}</p> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
