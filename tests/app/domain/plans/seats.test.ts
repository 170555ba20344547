import { expect, it } from "vitest";
import { freeSeats } from "../../../../app/domain/plans/seats";

it("a mentor's free seats are those nobody sits in, the lowest first", () => {
  expect(freeSeats(3, [])).toEqual([1, 2, 3]);
  expect(freeSeats(3, [2])).toEqual([1, 3]);
  expect(freeSeats(3, [1, 2, 3])).toEqual([]);
});

it("a mentor who has fewer seats than before takes no more people than seats, wherever those people sit", () => {
  expect(freeSeats(2, [1, 3])).toEqual([]);
  expect(freeSeats(2, [2, 3])).toEqual([]);
  expect(freeSeats(2, [3])).toEqual([1]);
  expect(freeSeats(1, [2, 3])).toEqual([]);
});

it("however people sit, as many seats are free as the mentor has more of than people", () => {
  for (let seats = 1; seats <= 4; seats += 1) {
    for (let sits = 0; sits < 16; sits += 1) {
      const taken = [1, 2, 3, 4].filter((seat) => sits & (1 << (seat - 1)));
      const free = freeSeats(seats, taken);
      expect(free.length).toBe(Math.max(seats - taken.length, 0));
    }
  }
});
