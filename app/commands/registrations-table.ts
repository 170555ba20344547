import { type ReadRow, readRegistrationsCsv } from "../bridges/registrations-csv.server";
import { seatsInWords } from "../domain/people/registration-words";
import { writeWeeklyHours } from "../domain/people/weekly-hours";
import { writeLanguages } from "../domain/people/word-list";

/**
 * Prints what a table of registrations says, a line a person, and on standard error every fault with its line and column.
 * Returns the exit code: 1 when there is a fault.
 */
export function printRegistrations(text: string): number {
  const { rows, faults } = readRegistrationsCsv(text);
  for (const role of ["newcomer", "mentor"] as const) {
    const people = rows.filter((row) => row.role === role);
    if (people.length === 0) continue;
    console.log(`${people.length} ${role}${people.length === 1 ? "" : "s"}`);
    for (const person of people) console.log(`  - ${lineOf(person)}`);
    console.log("");
  }
  const mentors = rows.filter(({ role }) => role === "mentor");
  const seats = mentors.reduce((sum, { seats }) => sum + (seats ?? 0), 0);
  console.log(
    `${rows.length} people: ${rows.length - mentors.length} newcomers, ${mentors.length} mentors with ${seats} seats. ${faults.length} faults.`,
  );
  if (faults.length > 0) console.error("To put right:");
  for (const { line, column, value, because } of faults) {
    const place = column ? `line ${line}, ${column}` : `line ${line}`;
    console.error(`  ${place}${value ? `: ${value}` : ""}\n    ${because}`);
  }
  return faults.length > 0 ? 1 : 0;
}

const lineOf = (row: ReadRow): string =>
  [
    row.name,
    row.days === "all"
      ? "every day"
      : row.days.map((day) => (typeof day === "number" ? `day ${day}` : day)).join(" and "),
    row.attendance === "online" ? "online" : "on site",
    row.timeZone,
    writeLanguages(row.languages, row.getsByIn ?? [], (code) => code).replaceAll(", ", " "),
    seatsInWords(row.seats),
    row.themes.length > 0 ? `wishes: ${row.themes.join("; ")}` : null,
    row.weeklyHours.length > 0 ? writeWeeklyHours(row.weeklyHours) : null,
  ]
    .filter((part) => part !== null && part !== "")
    .join(", ");
