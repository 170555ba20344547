import { expect, it } from "vitest";
import { countdown } from "../../../../app/domain/sprint/countdown";
import { phaseOf } from "../../../../app/domain/sprint/phase";

const sprint = {
  startsOn: "2026-05-07",
  endsOn: "2026-05-09",
  dayStarts: "08:00",
  dayEnds: "14:00",
  timeZone: "Europe/Madrid",
  openedAt: null as Date | null,
};
const open = { ...sprint, openedAt: new Date("2026-04-01T09:00:00Z") };
const at = (instant: string) => new Date(instant);

it("a sprint is planned until registration is opened, on from the first midnight of its own zone to the last, then over", () => {
  expect(phaseOf(sprint, at("2026-05-04T09:00:00Z"))).toBe("planned");
  expect(phaseOf(open, at("2026-05-04T09:00:00Z"))).toBe("open");
  expect(phaseOf(open, at("2026-05-06T21:59:59Z"))).toBe("open");
  expect(phaseOf(open, at("2026-05-06T22:00:00Z"))).toBe("on");
  expect(phaseOf(open, at("2026-05-09T21:59:59Z"))).toBe("on");
  expect(phaseOf(open, at("2026-05-09T22:00:00Z"))).toBe("over");
});

it("on the other side of the date line it is on while the rest of the world still waits", () => {
  const auckland = { ...open, timeZone: "Pacific/Auckland" };
  expect(phaseOf(auckland, at("2026-05-06T11:59:00Z"))).toBe("open");
  expect(phaseOf(auckland, at("2026-05-06T12:00:00Z"))).toBe("on");
  const kathmandu = { ...open, timeZone: "Asia/Kathmandu" };
  expect(phaseOf(kathmandu, at("2026-05-06T18:14:00Z"))).toBe("open");
  expect(phaseOf(kathmandu, at("2026-05-06T18:15:00Z"))).toBe("on");
});

it.each([
  ["2025-11-04T09:00:00Z", "Starts in 6 months"],
  ["2026-04-01T09:00:00Z", "Starts in 5 weeks"],
  ["2026-04-16T09:00:00Z", "Starts in 21 days"],
  ["2026-05-05T23:00:00Z", "Starts tomorrow"],
  ["2026-05-06T22:30:00Z", "Starts today at 08:00"],
  ["2026-05-07T06:00:00Z", "Day 1 of 3, until 14:00"],
  ["2026-05-07T12:00:00Z", "Day 1 of 3 is done; tomorrow it goes on at 08:00"],
  ["2026-05-08T05:59:00Z", "Day 2 of 3 starts at 08:00"],
  ["2026-05-09T11:59:00Z", "Day 3 of 3, until 14:00"],
  ["2026-05-09T12:00:00Z", "The last day is done"],
  ["2026-05-10T00:00:00Z", "Ended on 9 May 2026"],
])("at %s people read “%s”", (now, words) => {
  expect(countdown(sprint, at(now))).toBe(words);
});

it("a sprint of one day counts no days", () => {
  const day = { ...sprint, endsOn: "2026-05-07" };
  expect(countdown(day, at("2026-05-07T05:00:00Z"))).toBe("Starts today at 08:00");
  expect(countdown(day, at("2026-05-07T09:00:00Z"))).toBe("Today until 14:00");
  expect(countdown(day, at("2026-05-07T13:00:00Z"))).toBe("Done for today");
});
