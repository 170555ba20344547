import { foldTitle } from "../roadmap/titles";
import { datesInWords, dayInWords, type SprintDates } from "../sprint/days";
import type { Attendance } from "../sprint/words";
import { foldEmail } from "./email";
import { daysAtSprint, type RegistrationRow } from "./registration-row";
import type { SprintRole } from "./roles";
import { type WeeklyHours, writeWeeklyHours } from "./weekly-hours";
import { writeLanguages } from "./word-list";

/** What a registration says, as it is stored. `themes` are ids, first choice first. */
export type Said = {
  role: SprintRole;
  days: string[];
  attendance: Attendance;
  timeZone: string;
  weeklyHours: WeeklyHours;
  languages: string[];
  /** Those of `languages` they only get by in. */
  getsByIn?: string[];
  skills: string[];
  wants: string[];
  themes: number[];
  firstTime: boolean;
  seats: number | null;
  mentorHours: number | null;
};

export type StoredRegistrant = Said & { email: string };

/** What a table does to one person's registration. */
export type PlannedRegistration = {
  line: number;
  name: string;
  email: string;
  change: "new" | "changed" | "same";
  said: Said;
  changes: { field: string; before: string | null; after: string | null }[];
};

export type RegistrationsPlan = {
  people: PlannedRegistration[];
  /** What has to be put right first. */
  faults: { line: number; column: string | null; value: string; because: string }[];
  /** What was left out, and does no harm. */
  remarks: { line: number; column: string; value: string; because: string }[];
};

type Row = RegistrationRow & { line: number };
type Sprint = SprintDates & { name: string };
type Theme = { id: number; title: string };

/**
 * Compares a table with who is registered already, by e-mail address: new, changed (with what), or the same. Days that the
 * sprint does not have are faults; themes that the roadmap does not have are left out, and said.
 */
export function reconcileRegistrations(
  rows: readonly Row[],
  sprint: Sprint,
  themes: readonly Theme[],
  stored: readonly StoredRegistrant[],
): RegistrationsPlan {
  const plan: RegistrationsPlan = { people: [], faults: [], remarks: [] };
  const byEmail = new Map(stored.map((registrant) => [foldEmail(registrant.email), registrant]));
  const byTitle = new Map(themes.map((theme) => [foldTitle(theme.title), theme.id]));
  const titleOf = new Map(themes.map((theme) => [theme.id, theme.title]));
  for (const { line, name, email, ...row } of rows) {
    const days = daysAtSprint(row.days, sprint);
    if (days === null) {
      const value =
        row.days === "all" ? "all" : row.days.map((day) => (typeof day === "number" ? `day ${day}` : day)).join("; ");
      plan.faults.push({
        line,
        column: "days",
        value,
        because: `${sprint.name} is ${datesInWords(sprint)}. Choose among its days.`,
      });
      continue;
    }
    for (const title of row.themes) {
      if (!byTitle.has(foldTitle(title))) {
        plan.remarks.push({
          line,
          column: "themes",
          value: title,
          because: "There is no such theme on the roadmap, so this wish was left out.",
        });
      }
    }
    const wished = [...new Set(row.themes.flatMap((title) => byTitle.get(foldTitle(title)) ?? []))];
    const said: Said = { ...row, days, themes: wished };
    const before = byEmail.get(foldEmail(email));
    const changes = before ? differences(before, said, titleOf) : [];
    const change = before ? (changes.length > 0 ? "changed" : "same") : "new";
    plan.people.push({ line, name, email, change, said, changes });
  }
  return plan;
}

/** How many people a plan adds, changes and leaves as they are. */
export const countChanges = (plan: Pick<RegistrationsPlan, "people">) => {
  const count = (change: PlannedRegistration["change"]) =>
    plan.people.filter((person) => person.change === change).length;
  return { new: count("new"), changed: count("changed"), same: count("same") };
};

function differences(before: Said, after: Said, titleOf: ReadonlyMap<number, string>): PlannedRegistration["changes"] {
  const [was, becomes] = [inWords(before, titleOf), inWords(after, titleOf)];
  return Object.keys(was).flatMap((field) =>
    was[field] === becomes[field] ? [] : [{ field, before: was[field] || null, after: becomes[field] || null }],
  );
}

const inWords = (said: Said, titleOf: ReadonlyMap<number, string>): Record<string, string> => ({
  part: said.role,
  days: said.days.map((day) => dayInWords(day)).join(", "),
  "on-site or online": said.attendance === "on_site" ? "on site" : "online",
  "time zone": said.timeZone,
  "weekly hours": writeWeeklyHours(said.weeklyHours),
  languages: writeLanguages(said.languages, said.getsByIn ?? [], (code) => code),
  skills: said.skills.join(", "),
  "wants to learn": said.wants.join(", "),
  themes: said.themes.map((id) => titleOf.get(id) ?? "").join("; "),
  "first time": said.firstTime ? "yes" : "no",
  seats: said.seats === null ? "" : String(said.seats),
  hours: said.mentorHours === null ? "" : String(said.mentorHours),
});
