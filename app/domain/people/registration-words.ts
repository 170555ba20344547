import { dayInWords } from "../sprint/days";
import type { Attendance } from "../sprint/words";
import { countChanges, type RegistrationsPlan } from "./reconcile-registrations";
import type { SprintRole } from "./roles";
import type { WaitingReason } from "./waiting";

type Said = { role: SprintRole; seats: number | null; days: readonly string[]; attendance: Attendance };

const and = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** The days somebody comes: "every day", "Thursday 7 May and Saturday 9 May". `all` are the sprint's. */
export const daysChosen = (days: readonly string[], all: readonly string[]): string =>
  all.every((day) => days.includes(day)) ? "every day" : and.format(days.map((day) => dayInWords(day)));

/** "3 seats", "1 seat"; nothing for a newcomer. */
export const seatsInWords = (seats: number | null): string | null =>
  seats === null ? null : `${seats} ${seats === 1 ? "seat" : "seats"}`;

/** What somebody has registered as, said to them: "You come as a mentor with 3 seats, online, every day." */
export function partInWords(said: Said, sprint: { online: boolean; days: readonly string[] }): string {
  const seats = seatsInWords(said.seats);
  const part = seats ? `a mentor with ${seats}` : "a newcomer";
  const where = sprint.online ? "" : said.attendance === "on_site" ? ", on site" : ", online";
  const days = daysChosen(said.days, sprint.days);
  return `You come as ${part}${where}, ${days === "every day" ? days : `on ${days}`}.`;
}

/** Said after registering, of who comes and who waits. */
export function registeredWords(outcome: {
  isNew: boolean;
  waitingFor: WaitingReason | null;
  waitingPlace: number | null;
}): string {
  const { isNew, waitingFor, waitingPlace } = outcome;
  const saved = isNew ? "" : "Saved. ";
  if (waitingFor === "place") {
    return `${saved}You are on the waiting list: number ${waitingPlace}. We write to you as soon as a place is held for you.`;
  }
  if (waitingFor === "review") {
    return isNew
      ? "Thank you. The organizers read your registration, and write to you."
      : "Saved. The organizers read it as it is now.";
  }
  if (waitingFor === "answer") return `${saved}A place is held for you: take it on this page.`;
  return isNew ? "You are registered. You can change what you said until the last day." : "Saved.";
}

/** A registration as the organizers' list shows it, in words. */
export type RegistrationLine = {
  id: number;
  name: string;
  role: SprintRole;
  /** "Every day", "on site", "3 seats": what there is to say. */
  said: string[];
  /** What they wait for: "number 2 in line"; null when they come. */
  waits: string | null;
  /** A mentor who takes nobody new for now. */
  paused: boolean;
};

/** What the organizers' list says of somebody. `days` are the sprint's. */
export function registrationLine(
  registration: Said & {
    id: number;
    name: string;
    waitingFor: WaitingReason | null;
    waitingPlace: number | null;
    paused: boolean;
    /** They were asked something before they are answered, and have answered it or not. */
    asked?: { answered: boolean };
  },
  sprint: { online: boolean; days: readonly string[] },
): RegistrationLine {
  const { id, name, role, waitingFor, waitingPlace, paused, asked } = registration;
  const days = daysChosen(registration.days, sprint.days);
  const where = sprint.online ? null : registration.attendance === "on_site" ? "on site" : "online";
  const said = [days === "every day" ? "Every day" : days, where, seatsInWords(registration.seats)];
  const standing = waitingFor && (waitingFor === "place" ? `number ${waitingPlace} in line` : waitingWords[waitingFor]);
  const waits =
    waitingFor === "review" && asked ? `${standing}, ${asked.answered ? "has answered" : "was asked"}` : standing;
  return { id, name, role, waits, paused, said: said.filter((part) => part !== null) };
}

/** What somebody waits for, to organizers. */
const waitingWords: Record<Exclude<WaitingReason, "place">, string> = {
  review: "to be read",
  answer: "a place is held",
  word: "let a place pass",
};

type Imported = {
  plan: Pick<RegistrationsPlan, "people">;
  refused: readonly { line: number; because: string }[];
  waiting: number;
};

/** What really happened when a table of registrations came in. */
export function registrationsImportedWords({ plan, refused, waiting }: Imported): string {
  const counts = countChanges(plan);
  if (counts.new + counts.changed === 0) return "Everybody in this table was registered already. Nothing has changed.";
  const parts = [
    counts.new > 0 ? `${counts.new} ${counts.new === 1 ? "person" : "people"} came in` : null,
    counts.changed > refused.length ? `${counts.changed - refused.length} changed` : null,
    waiting > 0 ? `${waiting} wait for a place` : null,
  ].filter((part) => part !== null);
  const left = refused.map(({ line, because }) => ` Line ${line} was left as it is: ${because}`).join("");
  return `${parts.join(", ") || "Nothing has changed"}.${left}`;
}
