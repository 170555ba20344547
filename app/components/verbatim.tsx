import styles from "./verbatim.module.css";

/** Text as it was typed, line by line. */
export function Verbatim({ text }: { text: string }) {
  return <div className={styles.verbatim}>{text}</div>;
}
