import { expect, it } from "vitest";
import { type Availability, hoursTogether, weekFrom } from "../../../../app/domain/pairs/hours-together";

const sprint = {
  startsOn: "2026-05-07",
  endsOn: "2026-05-09",
  dayStarts: "08:00",
  dayEnds: "14:00",
  timeZone: "Europe/Madrid",
  online: false,
};

const day = 24 * 60;
const on = (weekday: number, from: number, until: number): [number, number] => [
  weekday * day + from * 60,
  weekday * day + until * 60,
];
const [mon, tue, thu, fri, sat, sun] = [0, 1, 3, 4, 5, 6];

const online = (timeZone: string, ...weeklyHours: [number, number][]): Availability => ({
  days: ["2026-05-07", "2026-05-08", "2026-05-09"],
  attendance: "online",
  timeZone,
  weeklyHours,
});

const together = (one: Availability, other: Availability, from: string) =>
  hoursTogether(one, other, sprint, weekFrom(new Date(from))).map(
    ({ from, until }) => `${from.toISOString().slice(5, 16)} ${until.toISOString().slice(5, 16)}`,
  );

it("somebody in Kathmandu, five hours and three quarters ahead, shares the quarters exactly", () => {
  const kathmandu = online("Asia/Kathmandu", on(thu, 18, 20));
  const utc = online("UTC", on(thu, 12, 14));
  expect(together(kathmandu, utc, "2026-05-04T00:00:00Z")).toEqual(["05-07T12:15 05-07T14:00"]);
});

it("a mentor across the date line has Friday morning while it is Thursday in Honolulu", () => {
  const auckland = online("Pacific/Auckland", on(fri, 8, 12));
  const honolulu = online("Pacific/Honolulu", on(thu, 10, 13));
  expect(together(auckland, honolulu, "2026-05-04T00:00:00Z")).toEqual(["05-07T20:00 05-07T23:00"]);
});

it("in the week clocks go back in Madrid, the hour that comes twice counts twice", () => {
  const madrid = online("Europe/Madrid", on(sun, 1, 4));
  const utc = online("UTC", on(sat, 20, 24), on(sun, 0, 12));
  expect(together(madrid, utc, "2026-10-19T00:00:00Z")).toEqual(["10-24T23:00 10-25T03:00"]);
});

it("in the week clocks go forward, the hour left out is no hour", () => {
  const madrid = online("Europe/Madrid", on(sun, 2, 3));
  const utc = online("UTC", on(sat, 0, 24), on(sun, 0, 24));
  expect(together(madrid, utc, "2026-03-23T00:00:00Z")).toEqual([]);
  expect(together(madrid, utc, "2026-03-30T00:00:00Z")).toEqual(["04-05T00:00 04-05T01:00"]);
});

it("an evening shared with New York moves by an hour in the weeks between the two changes of clocks", () => {
  const madrid = online("Europe/Madrid", on(mon, 18, 20));
  const newYork = online("America/New_York", on(mon, 12, 14));
  expect(together(madrid, newYork, "2026-03-02T00:00:00Z")).toEqual(["03-02T17:00 03-02T19:00"]);
  expect(together(madrid, newYork, "2026-03-09T00:00:00Z")).toEqual(["03-09T17:00 03-09T18:00"]);
});

it("two people on site share the sprint's hours of the days both come", () => {
  const one = { ...online("Europe/Madrid", on(tue, 9, 10)), attendance: "on_site" as const };
  const other = { ...one, days: ["2026-05-08"], weeklyHours: [] };
  expect(together(one, other, "2026-05-04T00:00:00Z")).toEqual(["05-08T06:00 05-08T12:00"]);
  expect(together(one, { ...other, attendance: "online" }, "2026-05-04T00:00:00Z")).toEqual([]);
});

it("what is over is left out, and what has begun is cut at now", () => {
  const utc = online("UTC", on(mon, 9, 12));
  expect(together(utc, utc, "2026-05-04T10:30:00Z")).toEqual(["05-04T10:30 05-04T12:00", "05-11T09:00 05-11T10:30"]);
});
