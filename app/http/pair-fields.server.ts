import { z } from "zod";
import { limits } from "../domain/limits";
import { readLockIn, readNext } from "../domain/pairs/meeting-times";
import { readDay } from "../domain/sprint/days";
import { readClock, readingOf } from "../domain/sprint/hours";
import { checkInMoods, chosenEndings } from "../domain/sprint/words";
import { choice, line, optionalLine, prose, seen } from "./fields.server";

/* The forms of a pair, field by field. */

const sent = z.string().default("");

const optionalDay = sent.transform((text, refuse): string | null => {
  if (text.trim() === "") return null;
  const read = readDay(text);
  if (read.ok) return read.day;
  refuse.addIssue(read.because);
  return z.NEVER;
});

const optionalClock = sent.transform((text, refuse): string | null => {
  if (text.trim() === "") return null;
  const read = readClock(text);
  if (read === null) refuse.addIssue("Write the time as hours and minutes, from 00:00 to 23:59, such as 15:00.");
  return read;
});

const needed = (field: typeof optionalDay, missing: string) =>
  field.transform((value, refuse): string => {
    if (value !== null) return value;
    refuse.addIssue(missing);
    return z.NEVER;
  });

/** A check-in. When next is read on the clock of `timeZone`, the writer's; `now` is the database's time. */
export const checkInForm = (timeZone: string, now: Date) =>
  z
    .object({
      mood: choice(checkInMoods, "Choose how it goes."),
      blocks: optionalLine("What is in the way"),
      nextDay: optionalDay,
      nextTime: optionalClock,
    })
    .superRefine(({ mood, blocks }, refuse) => {
      if (mood === "stuck" && blocks === "") {
        const message = "Say in one line what is in the way, so that somebody can help.";
        refuse.addIssue({ code: "custom", path: ["blocks"], message });
      }
    })
    .superRefine(({ nextDay, nextTime }, refuse) => {
      const next = readNext({ day: nextDay, clock: nextTime, timeZone }, now);
      if (!next.ok) refuse.addIssue({ code: "custom", path: [next.fault.field], message: next.fault.message });
    });

/** What of a parsed check-in is kept. */
export function checkInOf(
  { mood, blocks, nextDay, nextTime }: z.output<ReturnType<typeof checkInForm>>,
  timeZone: string,
  now: Date,
) {
  const next = readNext({ day: nextDay, clock: nextTime, timeZone }, now);
  return { mood, blocks, nextAt: next.ok ? next.at : null };
}

/** Ending a pair. */
export const endPairForm = z.object({
  ending: choice(chosenEndings, "Choose why it ends."),
  note: prose("The note", limits.claimNoteGraphemes),
});

/** Saying no to a pair: why, if they like, for organizers alone. */
export const declineForm = z.object({ reason: prose("The reason", limits.declineReasonGraphemes) });

/** A lock-in, whose hours are read on the clock of the sprint. */
export const lockInForm = z.object({
  title: line("The title", "Say what you do, such as the title of the task."),
  day: needed(optionalDay, "Choose the day."),
  from: needed(optionalClock, "Write when it starts, such as 09:00."),
  until: needed(optionalClock, "Write when it ends, such as 11:00."),
  place: line("Where", "Say where: a table, a room, a public channel."),
  doneWhen: line("Done when", "Say how you both know that you can stop."),
});

/** A lock-in that is edited. */
export const lockInEditForm = lockInForm.extend({ seen });

type StoredLockIn = { title: string; startsAt: Date; endsAt: Date; place: string; doneWhen: string; rev: number };

/** A lock-in as its form holds it, on the clock of the sprint. */
export function lockInFormOf({ title, startsAt, endsAt, place, doneWhen, rev }: StoredLockIn, timeZone: string) {
  const { day, clock: from } = readingOf(startsAt, timeZone);
  return { title, day, from, until: readingOf(endsAt, timeZone).clock, place, doneWhen, seen: String(rev) };
}

/** What of a parsed lock-in is kept, or the sentences about hours that cannot be. */
export function lockInOf(
  { title, place, doneWhen, ...times }: Omit<z.output<typeof lockInEditForm>, "seen">,
  sprint: { startsOn: string; timeZone: string },
  now: Date,
) {
  const read = readLockIn(times, sprint, now);
  if (!read.ok) return read;
  return { ok: true as const, text: { title, place, doneWhen, startsAt: read.startsAt, endsAt: read.endsAt } };
}
