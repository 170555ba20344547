import { dayParts } from "../domain/people/day-parts";
import { weekdays } from "../domain/people/weekly-hours";
import { FieldFrame, type FieldProps, fieldId } from "./field";
import styles from "./week-field.module.css";

const dayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const clock = (minutes: number) => `${minutes / 60}:00`;

/** The parts of a week somebody has time in: a tick for each, every one a field by itself. */
export function WeekField({ values, ...field }: FieldProps & { values: readonly string[] }) {
  const id = fieldId(field.name, field.form);
  return (
    <FieldFrame {...field} group>
      <table className={styles.week}>
        <thead>
          <tr>
            <td />
            {dayParts.map((part) => (
              <th scope="col" key={part.name}>
                {part.label}
                <small>
                  {clock(part.from)}–
                  <wbr />
                  {clock(part.until)}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day, index) => (
            <tr key={day}>
              <th scope="row">{dayNames[index]}</th>
              {dayParts.map((part, column) => {
                const name = `${day}-${part.name}`;
                return (
                  <td key={part.name}>
                    <label className={styles.tick}>
                      <input
                        type="checkbox"
                        id={index + column === 0 ? id : undefined}
                        name={name}
                        value="yes"
                        defaultChecked={values.includes(name)}
                        aria-label={`${dayNames[index]} ${part.name}`}
                      />
                    </label>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </FieldFrame>
  );
}
