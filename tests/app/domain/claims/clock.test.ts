import fc from "fast-check";
import { expect, it } from "vitest";
import { claimedWords, timeLeft } from "../../../../app/domain/claims/clock";

const now = new Date("2026-05-04T09:00:00Z");
const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const left = (ms: number) => timeLeft(new Date(now.getTime() + ms), now);

it.each([
  [-day, "its time is up"],
  [-1, "its time is up"],
  [0, "its time is up"],
  [1, "less than a minute left"],
  [minute - 1, "less than a minute left"],
  [minute, "1 minute left"],
  [2 * minute - 1, "1 minute left"],
  [2 * minute, "2 minutes left"],
  [hour - 1, "59 minutes left"],
  [hour, "1 hour left"],
  [hour + minute, "1 hour and 1 minute left"],
  [2 * hour + 2 * minute - 1, "2 hours and 1 minute left"],
  [6 * hour - 1, "5 hours and 59 minutes left"],
  [6 * hour, "6 hours left"],
  [6 * hour + 59 * minute, "6 hours left"],
  [day - 1, "23 hours left"],
  [day, "1 day left"],
  [day + hour - 1, "1 day left"],
  [day + hour, "1 day and 1 hour left"],
  [2 * day + 3 * hour, "2 days and 3 hours left"],
  [3 * day - 1, "2 days and 23 hours left"],
  [3 * day, "3 days left"],
  [30 * day, "30 days left"],
])("%i milliseconds before its end: %s", (ms, words) => {
  expect(left(ms)).toBe(words);
});

it("the words never promise more than the clock, and say most of it", () => {
  const unit: Record<string, number> = { minute, hour, day };
  fc.assert(
    fc.property(fc.integer({ min: minute, max: 60 * day }), (ms) => {
      const said = [...left(ms).matchAll(/(\d+) (minute|hour|day)/g)].reduce(
        (sum, [, count, name = ""]) => sum + Number(count) * (unit[name] ?? 0),
        0,
      );
      expect(said).toBeLessThanOrEqual(ms);
      expect(said).toBeGreaterThan(ms / 2);
    }),
  );
});

it("whoever has just claimed is told how long, and what to do first", () => {
  expect(claimedWords(new Date(now.getTime() + 3 * day), now)).toBe(
    "This task is yours: 3 days left. Begin where “Start” says, and ask when you are stuck.",
  );
});
