import type { RegistrationLine } from "../domain/people/registration-words";
import { Badge } from "./badge";
import styles from "./registration-list.module.css";

/** Who has registered, for the organizers: who they are, as what they come, when and how. */
export function RegistrationList({
  lines,
  hrefOf,
}: {
  lines: readonly RegistrationLine[];
  hrefOf: (id: number) => string;
}) {
  return (
    <ul className={styles.list}>
      {lines.map(({ id, name, role, said, waits, paused }) => (
        <li className={styles.row} key={id}>
          <a className={styles.name} href={hrefOf(id)}>
            {name}
          </a>
          <span className={styles.said}>{said.join(" · ")}</span>
          <span className={styles.state}>
            {waits === null ? (
              <Badge tone={role === "mentor" ? "sea" : "plain"} shape={role === "mentor" ? "check" : "dot"}>
                {role === "mentor" ? (paused ? "Mentor, paused" : "Mentor") : "Newcomer"}
              </Badge>
            ) : (
              <Badge tone="sun">
                {role === "mentor" ? "Mentor" : "Newcomer"}, {waits}
              </Badge>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
