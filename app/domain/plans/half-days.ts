import { Temporal } from "temporal-polyfill";
import { PresenceReader } from "../pairing/presence";
import { commonMinutes, joined, type Stretches } from "../pairing/stretches";
import { dayInWords } from "../sprint/days";
import { listHours } from "../sprint/hours";
import { asNewcomer, type Pairing, pairingSprint, type Registered } from "./pairing";

/** Half of a day of a sprint: "2026-05-08", "Friday 8 May, until 11:00", and whether somebody is there for an hour of it at least. */
export type HalfDay = { day: string; name: string; has: (person: Registered) => boolean };

/**
 * The halves of a sprint's days, in order. A day is parted in the middle of the sprint's hours, and whoever comes online counts
 * by the hours they gave, also outside of those.
 */
export function halfDays({ sprint, people }: Pick<Pairing, "sprint" | "people">): HalfDay[] {
  const reader = new PresenceReader(pairingSprint({ sprint, people }));
  const isThere = (person: Registered, half: Stretches) => {
    const { onSite, atPlace, anywhere } = reader.read(asNewcomer(person));
    return (onSite && commonMinutes(atPlace, half) >= anHour) || commonMinutes(anywhere, half) >= anHour;
  };
  const midnight = (day: Temporal.PlainDate) => day.toZonedDateTime(sprint.timeZone).epochMilliseconds / 60_000;
  return listHours(sprint).flatMap(({ day, startsAt, endsAt }): HalfDay[] => {
    const date = Temporal.PlainDate.from(day);
    const middle = Math.floor((startsAt.getTime() + endsAt.getTime()) / 120_000);
    const clock = Temporal.Instant.fromEpochMilliseconds(middle * 60_000)
      .toZonedDateTimeISO(sprint.timeZone)
      .toPlainTime()
      .toString({ smallestUnit: "minute" });
    const first = joined([midnight(date), middle]);
    const second = joined([middle, midnight(date.add({ days: 1 }))]);
    return [
      { day, name: `${dayInWords(day)}, until ${clock}`, has: (person) => isThere(person, first) },
      { day, name: `${dayInWords(day)}, from ${clock}`, has: (person) => isThere(person, second) },
    ];
  });
}

const anHour = 60;
