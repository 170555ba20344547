import { coversHours, joinHours, type Weekday, type WeeklyHours, weekdays, withoutHours } from "./weekly-hours";

/** The parts of a day most people think in: what a tick stands for, in minutes of the day. */
export const dayParts = [
  { name: "morning", label: "Morning", from: 9 * 60, until: 12 * 60 },
  { name: "afternoon", label: "Afternoon", from: 14 * 60, until: 17 * 60 },
  { name: "evening", label: "Evening", from: 18 * 60, until: 21 * 60 },
] as const;

export type DayPart = (typeof dayParts)[number]["name"];

/** A tick's name in the form: "sat-morning". */
export type PartName = `${Weekday}-${DayPart}`;

/** Every tick there is, in order, with the stretch of the week it stands for. */
export const weekParts: readonly { name: PartName; stretch: [number, number] }[] = weekdays.flatMap((day, index) =>
  dayParts.map(({ name, from, until }) => ({
    name: `${day}-${name}` as const,
    stretch: [index * 1440 + from, index * 1440 + until] as [number, number],
  })),
);

/** Hours as the form asks for them: the ticks that are wholly in them, and what is left to be written out. */
export function splitHours(hours: WeeklyHours): { ticks: PartName[]; rest: WeeklyHours } {
  const ticked = weekParts.filter(({ stretch }) => coversHours(hours, stretch));
  return {
    ticks: ticked.map(({ name }) => name),
    rest: withoutHours(
      hours,
      ticked.map(({ stretch }) => stretch),
    ),
  };
}

/** The hours behind ticks and what was written beside them. */
export const mergeHours = (ticks: readonly string[], rest: WeeklyHours): WeeklyHours =>
  joinHours([
    ...weekParts.filter(({ name }) => ticks.includes(name)).map(({ stretch }) => [...stretch] as [number, number]),
    ...rest.map(([from, until]) => [from, until] as [number, number]),
  ]);
