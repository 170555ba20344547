import type { ReactNode } from "react";
import { inNumbers } from "../domain/in-numbers";
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
          {fact.href ? (
            <a href={fact.href}>
              <Said {...fact} />
            </a>
          ) : (
            <Said {...fact} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** A link of a figure is named by all of it: "6" alone leads nobody anywhere. */
const Said = ({ value, label }: Fact) => (
  <>
    <strong>{typeof value === "number" ? inNumbers(value) : value}</strong> <span>{label}</span>
  </>
);
