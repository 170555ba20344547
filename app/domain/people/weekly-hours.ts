import { foldWords } from "../fold";
import { limits } from "../limits";

/** Stretches of every week: minutes from Monday 00:00, half open, in order, not touching. The zone is said beside them. */
export type WeeklyHours = [from: number, until: number][];

const minutesADay = 24 * 60;
export const minutesAWeek = 7 * minutesADay;

/** The days as people write them, Monday first. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

const names = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** `"tues"` → 1; null for what is no day. */
function readWeekday(word: string): number | null {
  if (word.length < 2) return null;
  const found = names.flatMap((name, index) => (name.startsWith(word) ? [index] : []));
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** `"18:00"`, `"9"`, `"24:00"` → minutes of the day; null for an hour no clock shows. */
function readMinutes(text: string): number | null {
  const found = /^([0-9]{1,2})(?:[:.]([0-9]{2}))?$/.exec(text);
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2] ?? 0)];
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= minutesADay ? total : null;
}

type Read = { ok: true; hours: WeeklyHours } | { ok: false; because: string };
const no = (because: string): Read => ({ ok: false, because });
const example = "Write it like “mon 18:00-20:00”.";

/** One entry: days ("mon", "mon-fri", "sat, sun"), then stretches ("18:00-20:00", "9-12, 14-17"). */
function readEntry(entry: string): Read {
  const found = /^([^0-9]+?)[\s:]*([0-9].*)$/.exec(entry);
  if (!found) return no(`“${entry}” does not say a day and hours. ${example}`);
  const days: number[] = [];
  for (const part of (found[1] ?? "")
    .split(/[,\s]+|\band\b/)
    .filter(Boolean)
    .join(" ")
    .replace(/ ?- ?/g, "-")
    .split(" ")) {
    const [first, last, ...more] = part.split("-").map(readWeekday);
    if (first == null || last === null || more.length > 0) return no(`“${part}” is no day of the week. ${example}`);
    const count = ((last ?? first) - first + 7) % 7;
    for (let step = 0; step <= count; step += 1) days.push((first + step) % 7);
  }
  const hours: WeeklyHours = [];
  for (const part of (found[2] ?? "").split(/\s*(?:,|\band\b)\s*/).filter(Boolean)) {
    const ends = part.split("-").map((end) => end.trim());
    const [from, until] = ends.map(readMinutes);
    if (ends.length !== 2) return no(`“${part}” does not say from when until when. ${example}`);
    if (from == null || until == null)
      return no(`“${part}” has an hour that no clock shows. Hours go from 00:00 to 24:00.`);
    if (until <= from) {
      return no(`“${entry}” ends before it starts. Past midnight, write two: “sat 22:00-24:00; sun 00:00-02:00”.`);
    }
    for (const day of days) hours.push([day * minutesADay + from, day * minutesADay + until]);
  }
  return { ok: true, hours };
}

/**
 * Hours of a week as people write them, an entry a line or with semicolons between: "mon 18:00-20:00; sat 09:00-13:00".
 * Empty is no hours. Refused, in a sentence that names the entry: what is no day, no hour of a clock, ends before it starts.
 */
export function readWeeklyHours(text: string): Read {
  const plain = foldWords(text.replace(/\r\n?|\n/g, ";"))
    .replace(/[‐-―−]|\bto\b/g, "-")
    .replace(/\s*-\s*/g, "-")
    // A comma between two entries, rather than between days or hours.
    .replace(/([0-9])\s*,\s*(?=[a-z])/g, "$1;");
  const hours: WeeklyHours = [];
  for (const entry of plain.split(";").map((part) => part.trim())) {
    if (entry === "") continue;
    const read = readEntry(entry);
    if (!read.ok) return read;
    hours.push(...read.hours);
  }
  const joined = joinHours(hours);
  if (joined.length > limits.weeklyHoursMost) {
    return no(
      `That is ${joined.length} stretches a week. Up to ${limits.weeklyHoursMost} are kept: write longer ones.`,
    );
  }
  return { ok: true, hours: joined };
}

/** In order, what touches or overlaps as one. */
export function joinHours(hours: WeeklyHours): WeeklyHours {
  const joined: WeeklyHours = [];
  for (const [from, until] of hours.toSorted((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], until);
    else joined.push([from, until]);
  }
  return joined;
}

/** What is left of some hours without others. Both joined. */
export function withoutHours(hours: WeeklyHours, taken: WeeklyHours): WeeklyHours {
  let left = hours;
  for (const [from, until] of taken) {
    left = left.flatMap(([start, end]): WeeklyHours => {
      if (end <= from || start >= until) return [[start, end]];
      const parts: WeeklyHours = [
        [start, from],
        [until, end],
      ];
      return parts.filter(([first, last]) => last > first);
    });
  }
  return left;
}

/** Whether all of a stretch is among some hours. */
export const coversHours = (hours: WeeklyHours, [from, until]: [number, number]): boolean =>
  hours.some(([start, end]) => start <= from && until <= end);

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** As they are read: "mon 18:00-20:00; sat 09:00-13:00". A stretch past midnight is said as two. */
export function writeWeeklyHours(hours: WeeklyHours): string {
  const said: string[] = [];
  for (const [from, until] of hours) {
    for (let start = from; start < until; ) {
      const day = Math.floor(start / minutesADay);
      const end = Math.min(until, (day + 1) * minutesADay);
      said.push(`${weekdays[day]} ${clock(start - day * minutesADay)}-${clock(end - day * minutesADay)}`);
      start = end;
    }
  }
  return said.join("; ");
}
