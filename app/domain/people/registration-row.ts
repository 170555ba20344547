import { foldWords } from "../fold";
import { limits } from "../limits";
import { type SprintDates, sprintDays } from "../sprint/days";
import type { Attendance } from "../sprint/words";
import { graphemes, tidyLine } from "../text";
import { foldEmail } from "./email";
import { mentorDefaults } from "./registration";
import type { SprintRole } from "./roles";
import { readTimeZone, unknownZone } from "./time-zones";
import { readWeeklyHours, type WeeklyHours } from "./weekly-hours";
import { readLanguages, readSkills } from "./word-list";

/** The columns a table of registrations may have. The first three it must have. */
export const registrationColumns = [
  "role",
  "name",
  "email",
  "time_zone",
  "languages",
  "skills",
  "wants_to_learn",
  "themes",
  "days",
  "attendance",
  "weekly_hours",
  "capacity",
  "hours",
  "first_time",
] as const;
export type RegistrationColumn = (typeof registrationColumns)[number];
export const columnsNeeded: readonly RegistrationColumn[] = ["role", "name", "email"];

/** Somebody as a row of a table describes them, for any sprint: days are "all", or days counted from 1, or ISO dates. */
export type RegistrationRow = {
  role: SprintRole;
  name: string;
  email: string;
  timeZone: string;
  languages: string[];
  getsByIn?: string[];
  skills: string[];
  wants: string[];
  /** Titles, first choice first. */
  themes: string[];
  days: "all" | (number | string)[];
  attendance: Attendance;
  weeklyHours: WeeklyHours;
  seats: number | null;
  mentorHours: number | null;
  firstTime: boolean;
};

/** What is wrong with a cell: its column, what stands there, and a sentence that says what to write. */
export type CellFault = { column: RegistrationColumn; value: string; because: string };

const yesses = new Set(["yes", "y", "true", "1", "x"]);
const noes = new Set(["", "no", "n", "false", "0"]);

const attendanceOf = new Map<string, Attendance>([
  ["", "on_site"],
  ["in person", "on_site"],
  ["on site", "on_site"],
  ["onsite", "on_site"],
  ["online", "online"],
  ["remote", "online"],
]);

const entries = (text: string) => text.split(";").map(tidyLine).filter(Boolean);

/** Reads the cells of a row; every cell that cannot be read is named, not only the first. */
export function readRegistrationRow(cells: Readonly<Partial<Record<RegistrationColumn, string>>>): {
  row: RegistrationRow;
  faults: CellFault[];
} {
  const faults: CellFault[] = [];
  const cell = (column: RegistrationColumn) => tidyLine(cells[column] ?? "");
  const fault = (column: RegistrationColumn, because: string) =>
    faults.push({ column, value: cell(column).slice(0, 80), because });

  const said = foldWords(cell("role"));
  const role: SprintRole = said === "mentor" ? "mentor" : "newcomer";
  if (said !== "mentor" && said !== "newcomer") fault("role", "Write newcomer or mentor.");

  const name = cell("name");
  if (name === "") fault("name", "Write the person's name.");
  else if (graphemes(name) > limits.nameGraphemes) {
    fault("name", `A name must be ${limits.nameGraphemes} characters or fewer (this has ${graphemes(name)}).`);
  }
  const email = foldEmail(cell("email"));
  if (!isEmail(email)) fault("email", "Write an e-mail address such as name@example.org.");

  const zone = cell("time_zone");
  const timeZone = zone === "" ? "UTC" : readTimeZone(zone);
  if (timeZone === null) fault("time_zone", unknownZone(zone));

  const languages = readLanguages(cell("languages"));
  if (!languages.ok) fault("languages", languages.because);
  else if (languages.codes.length === 0) fault("languages", "Write at least one language, such as en.");
  const skills = readSkills(cell("skills"), "Skills");
  if (!skills.ok) fault("skills", skills.because);
  const wants = readSkills(cell("wants_to_learn"), "Wishes");
  if (!wants.ok) fault("wants_to_learn", wants.because);

  const days = readDays(cell("days"));
  if (days === null) fault("days", "Write all, or days such as “day 1; day 3” or “2026-05-04”.");
  const attendance = attendanceOf.get(foldWords(cell("attendance").replace(/[_-]/g, " ")));
  if (!attendance) fault("attendance", "Write in person or online.");
  const hours = readWeeklyHours(cell("weekly_hours"));
  if (!hours.ok) fault("weekly_hours", hours.because);

  const seats = role === "mentor" ? readCount(cell("capacity"), mentorDefaults.seats, limits.seatsMost) : null;
  if (Number.isNaN(seats)) fault("capacity", `Write a whole number of seats from 1 to ${limits.seatsMost}.`);
  const given = role === "mentor" ? readCount(cell("hours"), mentorDefaults.mentorHours, limits.mentorHoursMost) : null;
  if (Number.isNaN(given)) fault("hours", `Write whole hours from 1 to ${limits.mentorHoursMost}.`);
  if (role === "newcomer" && cell("capacity") !== "" && cell("capacity") !== "0") {
    fault("capacity", "Only mentors have seats: leave this empty for a newcomer.");
  }
  const first = foldWords(cell("first_time"));
  if (!yesses.has(first) && !noes.has(first)) fault("first_time", "Write yes or no.");

  return {
    row: {
      role,
      name,
      email,
      timeZone: timeZone ?? "UTC",
      languages: languages.ok ? languages.codes : [],
      ...(languages.ok && languages.getsByIn.length > 0 ? { getsByIn: languages.getsByIn } : {}),
      skills: skills.ok ? skills.words : [],
      wants: wants.ok ? wants.words : [],
      themes: entries(cells.themes ?? ""),
      days: days ?? "all",
      attendance: attendance ?? "on_site",
      weeklyHours: hours.ok ? hours.hours : [],
      seats: Number.isNaN(seats) ? null : seats,
      mentorHours: Number.isNaN(given) ? null : given,
      firstTime: yesses.has(first),
    },
    faults,
  };
}

const isEmail = (text: string): boolean =>
  text.length <= limits.emailCharacters && /^[^\s@"'<>(),;:\\[\]]{1,64}@[^\s@"'<>(),;:\\[\]]+\.[^\s@.]{2,}$/.test(text);

/** A whole number in plain digits from 1 to `most`; NaN for anything else. */
function readCount(text: string, usual: number, most: number): number {
  if (text === "") return usual;
  const count = /^[0-9]{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return count >= 1 && count <= most ? count : Number.NaN;
}

function readDays(text: string): RegistrationRow["days"] | null {
  if (/^(all|every day|)$/i.test(text)) return "all";
  const days: (number | string)[] = [];
  for (const entry of text.split(/[;,]/).map((part) => part.trim())) {
    const counted = /^day\s*([1-9][0-9]?)$/i.exec(entry)?.[1];
    if (counted) days.push(Number(counted));
    else if (/^\d{4}-\d{2}-\d{2}$/.test(entry)) days.push(entry);
    else if (entry !== "") return null;
  }
  return days.length > 0 ? days : null;
}

/** The ISO dates behind a row's days at one sprint, in order; null when one of them is not a day of it. */
export function daysAtSprint(days: RegistrationRow["days"], sprint: SprintDates): string[] | null {
  const dates = sprintDays(sprint);
  if (days === "all") return dates;
  const meant = days.map((day) => (typeof day === "number" ? dates[day - 1] : dates.find((date) => date === day)));
  return meant.includes(undefined) ? null : dates.filter((date) => meant.includes(date));
}
