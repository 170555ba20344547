import styles from "./steps.module.css";

/** A few things that happen one after the other, side by side where there is room. */
export function Steps({ steps }: { steps: readonly { title: string; says: string }[] }) {
  return (
    <ol className={styles.steps}>
      {steps.map(({ title, says }) => (
        <li key={title} className={styles.step}>
          <h3>{title}</h3>
          <p>{says}</p>
        </li>
      ))}
    </ol>
  );
}
