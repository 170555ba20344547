import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instance, type Match, pairWorth } from "../../../../app/domain/pairing/instance";
import { match } from "../../../../app/domain/pairing/match";
import { prove } from "../../../../app/domain/pairing/prove";
import { rematch } from "../../../../app/domain/pairing/rematch";
import { handfulOf } from "./handful";
import { instanceOf, madeUpSprint, seeded } from "./made-up";
import { runs } from "./runs";

type Wish = [mentor: number, fit: number];

/** An instance as lists that can be changed, and back. */
function opened(instance: Instance): { seats: number[]; wishes: Wish[][]; whole: Wish[][]; instance: Instance } {
  const wishes = Array.from({ length: instance.newcomers }, (_, newcomer) => {
    const row: Wish[] = [];
    for (let at = instance.rows[newcomer] ?? 0; at < (instance.rows[newcomer + 1] ?? 0); at++) {
      row.push([instance.possible[at] ?? 0, instance.fits[at] ?? 0]);
    }
    return row;
  });
  return { seats: [...instance.seats], wishes, whole: wishes.map((row) => [...row]), instance };
}

const closed = ({ seats, wishes, instance }: ReturnType<typeof opened>): Instance => ({
  ...instance,
  ...instanceOf(seats, wishes),
});

/** Somebody leaves, comes back, likes somebody more or less, is kept from somebody; a mentor has more seats or fewer. */
function change(sprint: ReturnType<typeof opened>, random: () => number): void {
  const any = (below: number) => Math.floor(random() * below);
  const newcomer = any(sprint.wishes.length);
  const row = sprint.wishes[newcomer];
  const what = any(5);
  if (what === 0 || row === undefined) {
    if (sprint.seats.length > 0) sprint.seats[any(sprint.seats.length)] = any(4);
  } else if (what === 1) row.length = 0;
  else if (what === 2) sprint.wishes[newcomer] = [...(sprint.whole[newcomer] ?? [])];
  else if (what === 3) row.splice(any(row.length), 1);
  else sprint.wishes[newcomer] = row.map(([mentor, fit]) => [mentor, Math.max(0, Math.min(100, fit + any(5) - 2))]);
}

function expectSame(instance: Instance, found: Match): void {
  expect(prove(instance, found)).toMatchObject({ gap: 0, isBest: true });
  expect([...found.mentorOf]).toEqual([...match(instance).mentorOf]);
}

describe("after a change", () => {
  it("a handful of people get the plan they would have got from the beginning, by whatever path they came to it", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const sprint = opened(handfulOf(seed));
        const random = seeded(seed + 1);
        let before = closed(sprint);
        let found = match(before);
        for (let step = 0; step < 4; step++) {
          for (let times = Math.floor(random() * 3); times >= 0; times--) change(sprint, random);
          const after = closed(sprint);
          found = rematch(after, found, pairWorth(before));
          expectSame(after, found);
          before = after;
        }
      }),
      runs(300),
    );
  });

  it("so does a room full of them", () => {
    for (let seed = 0; seed < 6; seed++) {
      const made = madeUpSprint(120, 30, seed, 2 + (seed % 3));
      const costs = { steps: [0, 2, 5, 9], before: new Int32Array(30) };
      const sprint = opened(seed % 2 === 0 ? made : { ...made, costs });
      const random = seeded(seed);
      let before = closed(sprint);
      let found = match(before);
      for (let step = 0; step < 25; step++) {
        change(sprint, random);
        const after = closed(sprint);
        found = rematch(after, found, pairWorth(before));
        expectSame(after, found);
        before = after;
      }
    }
  });

  it("prices that never proved anything do no harm", () => {
    const instance = madeUpSprint(60, 20, 3, 2);
    const nonsense = {
      mentorOf: new Int32Array(60).fill(7),
      prices: new Float64Array(20).fill(1e6),
      gains: new Float64Array(60),
    };
    expectSame(instance, rematch(instance, nonsense, 5));
  });
});
