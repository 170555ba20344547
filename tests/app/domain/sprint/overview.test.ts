import { expect, it } from "vitest";
import { hoursLeft, overviewOf } from "../../../../app/domain/sprint/overview";

const costs = { pairHours: 2, taskHours: 1 };
const somebody = {
  name: "Kofi",
  role: "newcomer" as const,
  waits: false,
  seats: null,
  mentorHours: null,
  pairs: 0,
  namedTasks: 0,
  because: null,
};
const priya = {
  ...somebody,
  name: "Priya",
  role: "mentor" as const,
  seats: 3,
  mentorHours: 8,
  pairs: 2,
  namedTasks: 3,
};

it("a mentor's pairs cost two hours each and their tasks one, and nobody has less than none left", () => {
  expect(hoursLeft(priya, costs)).toBe(1);
  expect(hoursLeft({ ...priya, namedTasks: 5 }, costs)).toBe(0);
  expect(hoursLeft(priya, { pairHours: 1, taskHours: 0 })).toBe(6);
});

it("adds up seats and hours, and says who waits for what", () => {
  const overview = overviewOf(
    [
      somebody,
      { ...somebody, name: "Zoë", pairs: 1 },
      { ...somebody, name: "Ana", because: "No mentor with a free seat speaks Spanish." },
      { ...somebody, name: "Uma", waits: true },
      priya,
      { ...priya, name: "Omar", seats: 1, mentorHours: 3, pairs: 0, namedTasks: 0 },
      { ...priya, name: "Lin", seats: 4, waits: true, pairs: 0 },
    ],
    costs,
  );
  expect(overview).toEqual({
    newcomers: 3,
    mentors: 2,
    seats: 4,
    seatsLeft: 2,
    hours: 11,
    hoursLeft: 4,
    waitingForPlace: [
      { name: "Uma", role: "newcomer" },
      { name: "Lin", role: "mentor" },
    ],
    unpaired: [
      { name: "Kofi", because: null },
      { name: "Ana", because: "No mentor with a free seat speaks Spanish." },
    ],
    freeMentors: [{ name: "Omar", seats: 1 }],
  });
});
