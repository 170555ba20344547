/** moment: "Friday 10 October, 14:00". short: "Fri 10 Oct, 14:00". date: "Friday 10 October". clock: "14:00". */
export type TimeForm = "moment" | "short" | "date" | "clock";

export type TimeInWords = {
  /** In the event's zone: "Friday 10 October, 14:00". */
  there: string;
  /** The event's zone in words: "Madrid time". */
  zone: string;
  /** In the reader's zone, when the clock on their wall shows something else; only as much of it as differs. */
  yours: string | null;
  /** The reader's place in words, beside `yours`: "London". */
  place: string | null;
};

type Wall = { weekday: string; day: string; month: string; year: string; clock: string };

const formats = new Map<string, Intl.DateTimeFormat>();

// Making a format costs fifty times as much as using it.
const formatFor = (zone: string) => {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formats.set(zone, made);
  return made;
};

// Put together from parts: the whole strings of two versions of the same locale data differ in commas and spaces.
const wallAt = (at: string, zone: string): Wall => {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatFor(zone).formatToParts(new Date(at))) parts[type] = value;
  const { weekday = "", day = "", month = "", year = "", hour = "", minute = "" } = parts;
  return { weekday, day, month, year, clock: `${hour}:${minute}` };
};

const dateOf = (wall: Wall, form: TimeForm, year: boolean) => {
  const short = form === "short";
  const words = [
    short ? wall.weekday.slice(0, 3) : wall.weekday,
    wall.day,
    short ? wall.month.slice(0, 3) : wall.month,
  ];
  return (year ? [...words, wall.year] : words).join(" ");
};

const say = (wall: Wall, form: TimeForm, year: boolean) => {
  if (form === "clock") return wall.clock;
  const date = dateOf(wall, form, year);
  return form === "date" ? date : `${date}, ${wall.clock}`;
};

/** The place an IANA zone is named after: "Europe/Madrid" is "Madrid", "Etc/GMT-3" (whose sign is turned round) "UTC+3". */
export const zonePlace = (zone: string) => {
  const fixed = /^Etc\/GMT([+-])(\d+)$/.exec(zone);
  if (fixed) return fixed[2] === "0" ? "UTC" : `UTC${fixed[1] === "+" ? "-" : "+"}${fixed[2]}`;
  const place = zone.split("/").at(-1) ?? zone;
  return ["UTC", "GMT", "UCT", "Zulu", "Universal"].includes(place) ? "UTC" : place.replaceAll("_", " ");
};

/** An IANA zone in words: "Madrid time", "UTC". */
export const zoneName = (zone: string) => {
  const place = zonePlace(zone);
  return place.startsWith("UTC") ? place : `${place} time`;
};

/**
 * Says an instant in words, in the event's zone and, when it reads differently there, in the reader's.
 * @param at an instant as ISO 8601 with an offset
 * @param zone the event's IANA zone
 * @param readerZone the reader's IANA zone, when it is known
 */
export function timeInWords(
  at: string,
  zone: string,
  readerZone?: string | null,
  form: TimeForm = "moment",
  year = false,
): TimeInWords {
  const wall = wallAt(at, zone);
  const there = say(wall, form, year);
  const alone = { there, zone: zoneName(zone), yours: null, place: null };
  if (!readerZone) return alone;
  const own = wallAt(at, readerZone);
  const sameDay = dateOf(own, "date", true) === dateOf(wall, "date", true);
  if (sameDay && (form === "date" || own.clock === wall.clock)) return alone;
  const date = dateOf(own, form === "clock" ? "short" : form, year);
  const yours = sameDay ? own.clock : form === "date" ? date : `${date}, ${own.clock}`;
  return { ...alone, yours, place: zonePlace(readerZone) };
}
