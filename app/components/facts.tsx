import type { ReactNode } from "react";
import styles from "./facts.module.css";

export type Fact = {
  /** The figure or the name: "2", "Mireia Puig". */
  value: ReactNode;
  /** What it says, read after the value: "tasks ready for a newcomer", "carries this theme". */
  label: ReactNode;
  /** Where the list behind the figure is. */
  href?: string;
};

/** A strip of figures and names under a heading, each with what it means. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <ul className={styles.facts}>
      {facts.map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts have no identity and are never reordered
        <li key={index}>
          <strong>{fact.href ? <a href={fact.href}>{fact.value}</a> : fact.value}</strong> <span>{fact.label}</span>
        </li>
      ))}
    </ul>
  );
}
