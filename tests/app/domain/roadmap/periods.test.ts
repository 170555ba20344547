import { expect, it } from "vitest";
import { isPeriod } from "../../../../app/domain/roadmap/periods";

it.each([
  "2026",
  "**2026**",
  "Q1 2027",
  "2026 Q1",
  "2026-Q3",
  "Q2",
  "H1 2026",
  "2026/27",
  "FY 2026",
  "Spring 2026",
  "März 2026",
  "janvier 2027",
  "2026-03",
  "Now",
  "Next",
  "Later",
  "Short term",
  "This year",
])("%s says when, not what", (title) => {
  expect(isPeriod(title)).toBe(true);
});

it.each(["2026 goals", "Python 2026", "Django 5.2", "Q5", "Nowhere", "March of progress", "20", "Type hints", ""])(
  "%s says what",
  (title) => {
    expect(isPeriod(title)).toBe(false);
  },
);
