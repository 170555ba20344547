import { expect, it } from "vitest";
import { checkTimes } from "../../../../app/domain/sprint/check-times";
import { hoursOn, listHours, missingClock, readClock } from "../../../../app/domain/sprint/hours";

const iso = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => [startsAt.toISOString(), endsAt.toISOString()];
const eightToTwo = { dayStarts: "08:00", dayEnds: "14:00" };

it.each([
  ["08:00", "08:00"],
  ["8:30", "08:30"],
  ["23:59", "23:59"],
  ["08:00:00", "08:00"],
  ["24:00", null],
  ["08:60", null],
  ["8", null],
  ["0x8:00", null],
  ["١٢:٠٠", null],
  ["8pm", null],
])("the clock %j is read as %j", (text, clock) => expect(readClock(text)).toBe(clock));

it("a sprint across the night in which clocks go forward keeps its hours, in other instants", () => {
  const days = listHours({ ...eightToTwo, startsOn: "2026-03-28", endsOn: "2026-03-29", timeZone: "Europe/Madrid" });
  expect(days.map(iso)).toEqual([
    ["2026-03-28T07:00:00.000Z", "2026-03-28T13:00:00.000Z"],
    ["2026-03-29T06:00:00.000Z", "2026-03-29T12:00:00.000Z"],
  ]);
  expect(days.map(({ note }) => note)).toEqual([null, null]);
});

it("hours are those of the zone, quarter hours and the date line included", () => {
  expect(iso(hoursOn({ ...eightToTwo, timeZone: "Asia/Kathmandu" }, "2026-05-07"))).toEqual([
    "2026-05-07T02:15:00.000Z",
    "2026-05-07T08:15:00.000Z",
  ]);
  expect(iso(hoursOn({ ...eightToTwo, timeZone: "Pacific/Auckland" }, "2026-05-07"))).toEqual([
    "2026-05-06T20:00:00.000Z",
    "2026-05-07T02:00:00.000Z",
  ]);
});

it("the hour that comes twice counts whole, at the beginning and at the end of a day, and the page says so", () => {
  const morning = hoursOn({ dayStarts: "02:30", dayEnds: "08:00", timeZone: "Europe/Madrid" }, "2026-10-25");
  expect(iso(morning)).toEqual(["2026-10-25T00:30:00.000Z", "2026-10-25T07:00:00.000Z"]);
  const night = hoursOn({ dayStarts: "00:00", dayEnds: "02:30", timeZone: "Europe/Madrid" }, "2026-10-25");
  expect(iso(night)).toEqual(["2026-10-24T22:00:00.000Z", "2026-10-25T01:30:00.000Z"]);
  for (const { note } of [morning, night]) expect(note).toContain("Clocks go back that day: it is longer");
  const forward = hoursOn({ dayStarts: "00:00", dayEnds: "08:00", timeZone: "Europe/Madrid" }, "2026-03-29");
  expect(forward.note).toContain("Clocks go forward that day: it is shorter");
});

it("02:30 in the night in which clocks go forward does not exist, and the next hour that does is named", () => {
  expect(missingClock("2026-03-29", "02:30", "Europe/Madrid")).toBe(
    "02:30 does not exist on Sunday 29 March 2026 in Europe/Madrid: clocks go forward past it. Use 03:00 instead.",
  );
  expect(missingClock("2026-03-29", "03:00", "Europe/Madrid")).toBeNull();
  expect(missingClock("2026-03-29", "01:59", "Europe/Madrid")).toBeNull();
  expect(missingClock("2026-10-25", "02:30", "Europe/Madrid")).toBeNull();
  expect(missingClock("2026-10-04", "02:15", "Australia/Lord_Howe")).toContain("Use 02:30 instead.");
});

it("a day that a zone left out of its calendar does not exist", () => {
  expect(missingClock("2011-12-30", "10:00", "Pacific/Apia")).toContain("Friday 30 December 2011 does not exist");
});

const times = { startsOn: "2026-05-07", endsOn: "2026-05-09", timeZone: "Europe/Madrid", ...eightToTwo };
const at = (faults: { field: string }[]) => faults.map(({ field }) => field);

it("a sprint that ends before it starts is told so at both fields, days and hours alike", () => {
  expect(checkTimes(times)).toEqual([]);
  expect(at(checkTimes({ ...times, endsOn: "2026-05-06" }))).toEqual(["startsOn", "endsOn"]);
  expect(at(checkTimes({ ...times, dayEnds: "08:00" }))).toEqual(["dayStarts", "dayEnds"]);
  expect(at(checkTimes({ ...times, endsOn: "2026-05-06", dayEnds: "07:00" }))).toEqual([
    "startsOn",
    "endsOn",
    "dayStarts",
    "dayEnds",
  ]);
});

it("thirty-one days are a sprint, thirty-two are not", () => {
  expect(checkTimes({ ...times, startsOn: "2026-05-01", endsOn: "2026-05-31" })).toEqual([]);
  expect(checkTimes({ ...times, startsOn: "2026-05-01", endsOn: "2026-06-01" })).toMatchObject([
    { field: "endsOn", message: expect.stringContaining("32 days") },
  ]);
});

it("an hour that one of the days does not have is named at its field", () => {
  const spring = { ...times, startsOn: "2026-03-28", endsOn: "2026-03-30", dayStarts: "02:30" };
  expect(checkTimes(spring)).toMatchObject([
    { field: "dayStarts", message: expect.stringContaining("Sunday 29 March") },
  ]);
  expect(checkTimes({ ...spring, timeZone: "Asia/Kathmandu" })).toEqual([]);
});
