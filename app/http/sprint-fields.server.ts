import { z } from "zod";
import { limits } from "../domain/limits";
import { readTimeZone, unknownZone } from "../domain/people/time-zones";
import { checkTimes } from "../domain/sprint/check-times";
import { readDay } from "../domain/sprint/days";
import { readClock } from "../domain/sprint/hours";
import { choice, line, optionalLine, prose, seen } from "./fields.server";

/* The forms of a sprint, field by field. */

const sent = z.string().default("");

/** For checks of what goes together: made although a field was refused by itself, so that nobody is told of one mistake after the other. */
export const always = { when: () => true };

const day = (missing: string) =>
  sent
    .superRefine((text, refuse) => {
      const read = readDay(text);
      if (!read.ok) refuse.addIssue(text.trim() === "" ? missing : read.because);
    })
    .transform((text) => text.trim());

const clock = (missing: string) =>
  sent
    .superRefine((text, refuse) => {
      if (readClock(text) !== null) return;
      const because = "Write the hour as hours and minutes, from 00:00 to 23:59, such as 08:30.";
      refuse.addIssue(text.trim() === "" ? missing : because);
    })
    .transform((text) => readClock(text) ?? "");

/** An IANA zone, under any of its names. */
export const timeZone = sent
  .superRefine((text, refuse) => {
    if (readTimeZone(text) === null) refuse.addIssue(text.trim() === "" ? "Choose a time zone." : unknownZone(text));
  })
  .transform((text) => readTimeZone(text) ?? "UTC");

/** A whole number in plain digits from `least` to `most`; `empty` when nothing was written. `what` begins the sentence: "The capacity". */
export const count = <Empty>(what: string, most: number, empty: Empty, least = 1) =>
  sent
    .superRefine((text, refuse) => {
      const digits = text.trim();
      if (digits === "" || (isPlain(digits) && Number(digits) >= least && Number(digits) <= most)) return;
      refuse.addIssue(
        isPlain(digits)
          ? `${what} is a number from ${least} to ${most.toLocaleString("en")}.`
          : `${what} is a whole number in plain digits, such as 3.`,
      );
    })
    .transform((text): number | Empty => (text.trim() === "" ? empty : Number(text)));

const isPlain = (digits: string) => /^[0-9]{1,9}$/.test(digits);

const wheres = ["place", "online"] as const;

const fields = {
  name: line("The name", "Write a name for the sprint, such as Palafrugell 2026."),
  summary: prose("The summary", limits.claimNoteGraphemes),
  startsOn: day("Choose the first day."),
  endsOn: day("Choose the last day."),
  dayStarts: clock("Write when each day starts, such as 08:00."),
  dayEnds: clock("Write when each day ends, such as 14:00."),
  timeZone,
  where: choice(wheres, "Choose whether people meet in a place or online."),
  place: optionalLine("The place"),
  capacity: count("The capacity", limits.sprintCapacityMost, null),
  bring: prose("What to bring"),
  giving: prose("Where to give"),
  codeOfConduct: prose("The code of conduct"),
  mentorDuties: prose("What is asked of mentors", limits.claimNoteGraphemes),
  reviews: z.string().optional(),
  offerHours: count("How long a place is held", limits.offerHoursMost, limits.offerHours),
};

type Fields = z.output<z.ZodObject<typeof fields>>;

const together = (values: Fields, refuse: z.RefinementCtx) => {
  // What was refused by itself is still as it was typed.
  const { startsOn, endsOn, dayStarts, dayEnds, timeZone } = values;
  const known = [startsOn, endsOn].every((text) => readDay(text).ok) && [dayStarts, dayEnds].every(readClock);
  for (const { field, message } of known && readTimeZone(timeZone) ? checkTimes(values) : []) {
    refuse.addIssue({ code: "custom", path: [field], message });
  }
  if (values.where === "place" && values.place === "") {
    refuse.addIssue({ code: "custom", path: ["place"], message: "Write where people meet, or choose online." });
  }
};

/** A sprint: what both its forms ask. */
export const sprintForm = z.object(fields).superRefine(together, always);

/** A sprint that is edited. */
export const sprintEditForm = z.object({ ...fields, seen }).superRefine(together, always);

/** What of a parsed sprint form a sprint is made of. */
export const sprintTextOf = ({ where, ...text }: Fields) => ({
  name: text.name,
  summary: text.summary,
  startsOn: text.startsOn,
  endsOn: text.endsOn,
  dayStarts: text.dayStarts,
  dayEnds: text.dayEnds,
  timeZone: text.timeZone,
  place: text.place,
  online: where === "online",
  capacity: text.capacity,
  bring: text.bring,
  giving: text.giving,
  codeOfConduct: text.codeOfConduct,
  mentorDuties: text.mentorDuties,
  reviews: text.reviews !== undefined,
  offerHours: text.offerHours,
});

/** A sprint as its form holds it. */
export const sprintFormOf = (sprint: ReturnType<typeof sprintTextOf> & { rev: number }): Record<string, string> => ({
  name: sprint.name,
  summary: sprint.summary,
  startsOn: sprint.startsOn,
  endsOn: sprint.endsOn,
  dayStarts: sprint.dayStarts,
  dayEnds: sprint.dayEnds,
  timeZone: sprint.timeZone,
  where: sprint.online ? "online" : "place",
  place: sprint.place,
  capacity: sprint.capacity === null ? "" : String(sprint.capacity),
  bring: sprint.bring,
  giving: sprint.giving,
  codeOfConduct: sprint.codeOfConduct,
  mentorDuties: sprint.mentorDuties,
  ...(sprint.reviews ? { reviews: "yes" } : {}),
  offerHours: String(sprint.offerHours),
  seen: String(sprint.rev),
});

/** A sprint nobody has begun to describe. `zone`: the organizer's own, which is often right. */
export const emptySprint = (zone: string): Record<string, string> => ({
  dayStarts: "09:00",
  dayEnds: "17:00",
  timeZone: zone,
  where: "place",
  offerHours: String(limits.offerHours),
});
