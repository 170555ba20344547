import { expect, it } from "vitest";
import { sprintCalendar } from "../../../app/bridges/ical.server";

const sprint = {
  id: 7,
  name: "Sprint, with; odd \\ marks",
  summary: "Three days.\nBring a laptop.",
  startsOn: "2026-03-28",
  endsOn: "2026-03-30",
  dayStarts: "08:00",
  dayEnds: "14:00",
  timeZone: "Europe/Madrid",
  place: "Carrer de la Garriga, Palafrugell",
  online: false,
  rev: 3,
};
const terms = {
  url: "https://portolan.example.org/django/sprints/palafrugell-2026",
  now: new Date("2026-03-01T09:00:00Z"),
};

/** Reads a calendar by RFC 5545: lines unfolded, text unescaped, an event a map. */
function read(calendar: string) {
  expect(calendar.endsWith("END:VCALENDAR\r\n")).toBe(true);
  for (const line of calendar.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = calendar.replace(/\r\n[ \t]/g, "").split("\r\n");
  const events: Record<string, string>[] = [];
  let event: Record<string, string> | null = null;
  for (const line of lines) {
    const [, name = "", value = ""] = /^([^:]+):(.*)$/s.exec(line) ?? [];
    if (line === "BEGIN:VEVENT") event = {};
    else if (line === "END:VEVENT" && event) events.push(event);
    else if (event) event[name.split(";")[0] ?? ""] = value.replace(/\\n/gi, "\n").replace(/\\([,;\\])/g, "$1");
  }
  return { lines, events };
}

it("a sprint is an event a day, at instants that are right across daylight saving", () => {
  const { lines, events } = read(sprintCalendar(sprint, terms));
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines).toContain("VERSION:2.0");
  expect(events.map(({ DTSTART, DTEND }) => [DTSTART, DTEND])).toEqual([
    ["20260328T070000Z", "20260328T130000Z"],
    ["20260329T060000Z", "20260329T120000Z"],
    ["20260330T060000Z", "20260330T120000Z"],
  ]);
  expect(events[1]).toMatchObject({
    SUMMARY: "Sprint, with; odd \\ marks, day 2 of 3",
    DESCRIPTION: "Three days.\nBring a laptop.",
    LOCATION: "Carrer de la Garriga, Palafrugell",
    URL: terms.url,
    DTSTAMP: "20260301T090000Z",
    SEQUENCE: "3",
  });
});

it("an event keeps its name when the sprint moves, and no two events share one", () => {
  const uids = (calendar: string) => read(calendar).events.map(({ UID }) => UID);
  const before = uids(sprintCalendar(sprint, terms));
  const after = uids(
    sprintCalendar({ ...sprint, name: "Another name", startsOn: "2026-04-04", endsOn: "2026-04-06", rev: 4 }, terms),
  );
  expect(after).toEqual(before);
  expect(new Set(before).size).toBe(3);
  expect(before[0]).toBe("sprint-7-day-1@portolan.example.org");
});

it("an online sprint of one day says so", () => {
  const online = { ...sprint, endsOn: sprint.startsOn, online: true, place: "", timeZone: "Asia/Kathmandu" };
  const [event, ...more] = read(sprintCalendar(online, terms)).events;
  expect(more).toEqual([]);
  expect(event).toMatchObject({ SUMMARY: sprint.name, LOCATION: "Online", DTSTART: "20260328T021500Z" });
});

it("a name cannot begin a line of its own", () => {
  const { events } = read(sprintCalendar({ ...sprint, summary: "a\r\nATTENDEE:mailto:x@example.org" }, terms));
  for (const event of events) expect(event.ATTENDEE).toBeUndefined();
});
