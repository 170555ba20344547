import type { Standing } from "../domain/plans/before-pairing";
import { Section } from "./section";
import styles from "./standings.module.css";

type StandingsProps = {
  /** What they are counted by: "Language". */
  by: string;
  id: string;
  lede: string;
  standings: readonly Standing[];
};

/** Newcomers against the free seats there are, and the mentors who give them: a line each, and under its name how many seats are too few. */
export function Standings({ by, id, lede, standings }: StandingsProps) {
  if (standings.length === 0) return null;
  return (
    <Section title={`By ${by.toLowerCase()}`} id={id} lede={lede}>
      <table className={styles.table} aria-labelledby={id}>
        <thead>
          <tr>
            <th scope="col">{by}</th>
            <th scope="col">Newcomers</th>
            <th scope="col">Seats</th>
            <th scope="col">Mentors</th>
            <th scope="col">Hours</th>
          </tr>
        </thead>
        <tbody>
          {standings.map(({ name, newcomers, seats, mentors, hours }) => (
            <tr key={name}>
              <th scope="row">
                {name}
                {newcomers > seats ? <span className={styles.short}>{tooFew(newcomers - seats)}</span> : null}
              </th>
              <td>{newcomers}</td>
              <td>{seats}</td>
              <td>{mentors}</td>
              <td>{hours}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const tooFew = (missing: number) => (missing === 1 ? "one seat too few" : `${missing} seats too few`);
