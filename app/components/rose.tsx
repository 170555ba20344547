import styles from "./rose.module.css";

/** The mark: a compass rose whose north is vermilion. Decoration beside a name that says the same, so it is hidden from screen readers. */
export function Rose() {
  return (
    <svg className={styles.rose} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="6.6" fill="none" stroke="currentColor" />
      <path d="M12 .5 13.8 10.2 23.5 12 13.8 13.8 12 23.5 10.2 13.8 .5 12 10.2 10.2z" fill="currentColor" />
      <path className={styles.north} d="M12 .5 13.8 10.2 12 12 10.2 10.2z" />
    </svg>
  );
}
