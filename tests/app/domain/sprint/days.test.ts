import { expect, it } from "vitest";
import { countDays, datesInWords, dayAt, moveDays, readDay, sprintDays } from "../../../../app/domain/sprint/days";

it.each(["2026-05-07", "2024-02-29", "2000-01-01", "2100-12-31"])("%s is a day", (day) => {
  expect(readDay(day)).toEqual({ ok: true, day });
});

it.each([
  ["2026-02-30", "There is no day 30 in February 2026: it has 28 days."],
  ["2025-02-29", "it has 28 days"],
  ["2026-04-31", "There is no day 31 in April 2026"],
  ["2026-13-01", "There is no month 13"],
  ["2026-00-10", "There is no month 0"],
  ["2026-01-00", "There is no day 0"],
  ["1999-12-31", "a year from 2000 to 2100"],
  ["2101-01-01", "a year from 2000 to 2100"],
  ["0026-05-07", "a year from 2000 to 2100"],
  ["7 May 2026", "such as 2026-05-07"],
  ["2026-5-7", "such as 2026-05-07"],
  ["٢٠٢٦-٠٥-٠٧", "such as 2026-05-07"],
  ["+002026-05-07", "such as 2026-05-07"],
  ["", "such as 2026-05-07"],
])("%j is no day, in a sentence", (text, because) => {
  expect(readDay(text)).toEqual({ ok: false, because: expect.stringContaining(because) });
});

it("days are counted across months, leap days and clock changes", () => {
  expect(countDays({ startsOn: "2026-03-28", endsOn: "2026-03-30" })).toBe(3);
  expect(countDays({ startsOn: "2026-10-25", endsOn: "2026-10-25" })).toBe(1);
  expect(countDays({ startsOn: "2026-05-09", endsOn: "2026-05-07" })).toBeLessThan(1);
  expect(sprintDays({ startsOn: "2024-02-28", endsOn: "2024-03-01" })).toEqual([
    "2024-02-28",
    "2024-02-29",
    "2024-03-01",
  ]);
  expect(sprintDays({ startsOn: "2026-05-09", endsOn: "2026-05-07" })).toEqual([]);
});

it("one instant is three days on three calendars", () => {
  const at = new Date("2026-05-04T11:30:00Z");
  expect(["Pacific/Auckland", "Asia/Kathmandu", "Etc/GMT+12"].map((zone) => dayAt(at, zone))).toEqual([
    "2026-05-04",
    "2026-05-04",
    "2026-05-03",
  ]);
  expect(dayAt(new Date("2026-05-04T12:00:00Z"), "Pacific/Auckland")).toBe("2026-05-05");
  expect(dayAt(new Date("2026-05-04T18:14:59Z"), "Asia/Kathmandu")).toBe("2026-05-04");
  expect(dayAt(new Date("2026-05-04T18:15:00Z"), "Asia/Kathmandu")).toBe("2026-05-05");
});

it("dates are said as short as they can be", () => {
  expect(datesInWords({ startsOn: "2026-05-07", endsOn: "2026-05-09" })).toBe("7 to 9 May 2026");
  expect(datesInWords({ startsOn: "2026-04-30", endsOn: "2026-05-02" })).toBe("30 April to 2 May 2026");
  expect(datesInWords({ startsOn: "2026-12-30", endsOn: "2027-01-02" })).toBe("30 December 2026 to 2 January 2027");
  expect(datesInWords({ startsOn: "2026-05-07", endsOn: "2026-05-07" })).toBe("7 May 2026");
});

it("when a sprint moves, everybody still comes on some day of it", () => {
  const old = ["2026-05-07", "2026-05-08", "2026-05-09"];
  const moved = ["2026-06-04", "2026-06-05"];
  expect(moveDays(old, old, moved)).toEqual(moved);
  expect(moveDays(["2026-05-08"], old, moved)).toEqual(["2026-06-05"]);
  expect(moveDays(["2026-05-09"], old, moved)).toEqual(moved);
  expect(moveDays(["2026-05-08", "2026-05-09"], old, ["2026-05-09", "2026-05-10"])).toEqual(["2026-05-09"]);
});
