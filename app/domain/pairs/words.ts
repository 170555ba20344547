import type { CheckInMood, PairEnding } from "../sprint/words";
import type { PairPart } from "./deeds";
import type { Health, PairHealth } from "./health";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** How long ago, as roughly as people say it: "2 days", "5 hours", "20 minutes"; "a moment" below one. Rounded down. */
export function howLong(from: Date, now: Date): string {
  const past = now.getTime() - from.getTime();
  if (past < minute) return "a moment";
  if (past < hour) return counted(Math.floor(past / minute), "minute");
  if (past < day) return counted(Math.floor(past / hour), "hour");
  return counted(Math.floor(past / day), "day");
}

/** How a pair is, to whoever reads it as `part`. "Stuck" goes on with an hour, which whoever shows it says in a zone. */
export function healthWords({ is, since }: Health, part: PairPart, now: Date): string {
  if (is === "stuck") return "Stuck since";
  if (is === "quiet") return `Quiet for ${howLong(since, now)}`;
  if (is === "slow") return "Going slowly";
  if (is === "well") return "Going well";
  const whose = part === "mentor" ? "your" : "the mentor's";
  const wait = now.getTime() - since.getTime();
  return `Waiting for ${whose} first hello${wait < hour ? "" : `, ${howLong(since, now)}`}`;
}

/** What each health is called in a count: "2 stuck". */
export const healthNames: Record<PairHealth, string> = {
  stuck: "stuck",
  new: "waiting for a first hello",
  quiet: "quiet",
  slow: "going slowly",
  well: "going well",
};

/** The one next thing for a mentor to do in a pair. `name` is the newcomer's. */
export function nextStep({ is }: Health, name: string): string {
  if (is === "stuck") return `Answer ${name}`;
  if (is === "new") return `Say hello to ${name}`;
  return is === "quiet" ? `Ask ${name} how it goes` : `Check in with ${name}`;
}

/** A check-in's choice, and how it reads afterwards. */
export const moodWords: Record<CheckInMood, { choice: string; said: string }> = {
  well: { choice: "It goes well", said: "It goes well." },
  slow: { choice: "It goes slowly", said: "It goes slowly." },
  stuck: { choice: "We are stuck", said: "Stuck." },
};

/** Why a pair ends: the choice, and how it reads afterwards. */
export const endingWords: Record<PairEnding, { choice: string; said: string }> = {
  finished: { choice: "It did what it was for", said: "It did what it was for." },
  handed_over: { choice: "Somebody else takes over", said: "Somebody else takes over." },
  newcomer_left: { choice: "The newcomer cannot go on", said: "The newcomer could not go on." },
  mentor_left: { choice: "The mentor cannot go on", said: "The mentor could not go on." },
  declined: { choice: "One of the two said no", said: "It had not begun: one of the two said no." },
  not_a_fit: { choice: "It was not a good fit", said: "It was not a good fit. That happens." },
};
