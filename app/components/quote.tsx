import styles from "./quote.module.css";

/** What somebody said, in their own words and lines. */
export function Quote({ children }: { children: string }) {
  return <blockquote className={styles.quote}>{children}</blockquote>;
}
