import { expect, it } from "vitest";
import { mergeHours, splitHours } from "../../../../app/domain/people/day-parts";
import { readWeeklyHours, type WeeklyHours, writeWeeklyHours } from "../../../../app/domain/people/weekly-hours";

const hoursIn = (text: string): WeeklyHours => {
  const read = readWeeklyHours(text);
  if (!read.ok) throw new Error(read.because);
  return read.hours;
};

it("hours of a week are minutes from Monday, in order, and what touches is one", () => {
  expect(hoursIn("sat 09:00-13:00; mon 18:00-20:00")).toEqual([
    [1080, 1200],
    [7740, 7980],
  ]);
  expect(hoursIn("mon 18:00-20:00; mon 20:00-21:00; mon 19:00-19:30")).toEqual([[1080, 1260]]);
  expect(hoursIn("sun 22:00-24:00; mon 00:00-01:00")).toEqual([
    [0, 60],
    [9960, 10080],
  ]);
  expect(hoursIn("tue 22:00-24:00; wed 0-2")).toEqual([[2760, 3000]]);
  expect(hoursIn("")).toEqual([]);
});

it.each([
  ["Mon–Wed 9–10", "mon 09:00-10:00; tue 09:00-10:00; wed 09:00-10:00"],
  ["sat, sun 10:00 - 12:00", "sat 10:00-12:00; sun 10:00-12:00"],
  ["mon 18:00-20:00, tue 18:00-20:00", "mon 18:00-20:00; tue 18:00-20:00"],
  ["Tuesday: 9.30 to 10, 14-15", "tue 09:30-10:00; tue 14:00-15:00"],
  ["sun 23-24\r\nmon 0-1\n", "mon 00:00-01:00; sun 23:00-24:00"],
  ["sat-mon 1-2", "mon 01:00-02:00; sat 01:00-02:00; sun 01:00-02:00"],
])("%j is %s", (text, said) => {
  expect(writeWeeklyHours(hoursIn(text))).toBe(said);
  expect(hoursIn(said)).toEqual(hoursIn(text));
});

it.each([
  ["mon 25:00-26:00", "25:00-26:00"],
  ["mon 18:60-19:00", "18:60-19:00"],
  ["mon 20:00-18:00", "ends before it starts"],
  ["sat 22:00-02:00", "sun 00:00-02:00"],
  ["mon 18:00-18:00", "ends before it starts"],
  ["lun 18:00-20:00", "“lun” is no day"],
  ["t 18:00-20:00", "“t” is no day"],
  ["whenever", "“whenever”"],
  ["18:00-20:00", "does not say a day"],
  ["mon 1e1-2e1", "1e1-2e1"],
  ["mon ١٢-١٣", "does not say a day"],
])("%j is refused in a sentence that names it", (text, named) => {
  const read = readWeeklyHours(text);
  expect(read).toMatchObject({ ok: false });
  expect(read.ok ? "" : read.because).toContain(named);
});

it("fifty stretches a week are kept, fifty-one are not", () => {
  const stretches = (count: number) =>
    Array.from(
      { length: count },
      (_, n) => `${["mon", "tue", "wed"][Math.floor(n / 23)]} ${n % 23}:00-${n % 23}:30`,
    ).join(";");
  expect(hoursIn(stretches(50))).toHaveLength(50);
  expect(readWeeklyHours(stretches(51))).toMatchObject({ ok: false });
});

it("hours go into ticks and a rest, and come out the same", () => {
  const hours = hoursIn("mon 18:00-22:00; sat 09:00-13:00; sun 10:00-11:00");
  const { ticks, rest } = splitHours(hours);
  expect(ticks).toEqual(["mon-evening", "sat-morning"]);
  expect(writeWeeklyHours(rest)).toBe("mon 21:00-22:00; sat 12:00-13:00; sun 10:00-11:00");
  expect(mergeHours(ticks, rest)).toEqual(hours);
});
