import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  consequencesOfSeating,
  consequencesOfSeats,
  whoseSeatIsWanted,
} from "../../../../app/domain/pairing/consequences";
import { type Instance, seatCost } from "../../../../app/domain/pairing/instance";
import { match } from "../../../../app/domain/pairing/match";
import { morePairsWith } from "../../../../app/domain/pairing/more-pairs";
import { prove } from "../../../../app/domain/pairing/prove";
import { settle } from "../../../../app/domain/pairing/settle";
import { Standing } from "../../../../app/domain/pairing/standing";
import { handfulOf } from "./handful";
import { instanceOf, madeUpSprint } from "./made-up";
import { runs } from "./runs";

const best = (instance: Instance) => prove(instance, match(instance));

/** What a plan is worth in which the two sit together, found by solving it anew; null where the mentor has no seat. */
function withPair(instance: Instance, newcomer: number, mentor: number, fit: number) {
  if ((instance.seats[mentor] ?? 0) === 0) return null;
  const rest = best(settle(instance, { fixed: [[newcomer, mentor]], forbidden: [] }));
  return { pairs: rest.pairs + 1, points: rest.fit - rest.cost + fit - seatCost(instance, mentor, 0) };
}

function fitOf(instance: Instance, newcomer: number, mentor: number): number | null {
  const from = instance.rows[newcomer] ?? 0;
  const at = instance.possible.subarray(from, instance.rows[newcomer + 1]).indexOf(mentor);
  return at < 0 ? null : (instance.fits[from + at] ?? null);
}

function expectExact(instance: Instance, newcomers: Iterable<number>): void {
  const standing = new Standing(instance, match(instance));
  const now = best(instance);
  for (const newcomer of newcomers) {
    const seated = consequencesOfSeating(standing, newcomer);
    for (let mentor = 0; mentor < instance.mentors; mentor++) {
      // Where the two were not possible, people may know better.
      const fit = fitOf(instance, newcomer, mentor) ?? 17;
      const forced = withPair(instance, newcomer, mentor, fit);
      const said = seated(mentor, fit);
      expect(said && { pairs: said.pairs, points: said.points }).toEqual(
        forced && { pairs: forced.pairs - now.pairs, points: forced.points - (now.fit - now.cost) },
      );
      if (said) expectTrue(instance, standing, said);
    }
  }
}

/** The moves lead from the plan to a plan that is worth what was said. */
function expectTrue(
  instance: Instance,
  { mentorOf }: Standing,
  { pairs, moves }: { pairs: number; moves: { newcomer: number; from: number; to: number }[] },
): void {
  const after = mentorOf.slice();
  for (const { newcomer, from, to } of moves) {
    expect(mentorOf[newcomer]).toBe(from);
    after[newcomer] = to;
  }
  const count = (plan: Int32Array) => plan.filter((mentor) => mentor >= 0).length;
  expect(count(after) - count(mentorOf)).toBe(pairs);
  for (let mentor = 0; mentor < instance.mentors; mentor++) {
    expect(after.filter((one) => one === mentor).length).toBeLessThanOrEqual(instance.seats[mentor] ?? 0);
  }
}

describe("putting a newcomer with another mentor", () => {
  it("costs what solving it anew with that pair fixed costs, for every two of a handful", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const instance = handfulOf(seed);
        expectExact(
          instance,
          Array.from({ length: instance.newcomers }, (_, at) => at),
        );
      }),
      runs(250),
    );
  });

  it("so it does in a room full of people", () => {
    for (const seed of [1, 2]) {
      const made = madeUpSprint(80, 20, seed, 2 + seed);
      expectExact({ ...made, costs: { steps: [0, 2, 5, 9], before: new Int32Array(20) } }, [0, 17, 40, 79]);
    }
  });
});

/** The same sprint with one more seat. */
function withSeat(instance: Instance, mentor: number): Instance {
  const seats = instance.seats.slice();
  seats[mentor] = (seats[mentor] ?? 0) + 1;
  return { ...instance, seats };
}

describe("one more seat", () => {
  it("does what solving it anew does", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const instance = handfulOf(seed);
        const now = best(instance);
        const seats = consequencesOfSeats(new Standing(instance, match(instance)));
        for (let mentor = 0; mentor < instance.mentors; mentor++) {
          const more = best(withSeat(instance, mentor));
          const { pairs, points } = seats(mentor);
          expect({ pairs, points }).toEqual({
            pairs: more.pairs - now.pairs,
            points: more.fit - more.cost - (now.fit - now.cost),
          });
        }
      }),
      runs(600),
    );
  });
});

it("somebody's seat is wanted when whoever takes them lets one more be paired", () => {
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const instance = handfulOf(seed);
      const wanted = whoseSeatIsWanted(new Standing(instance, match(instance)));
      for (let newcomer = 0; newcomer < instance.newcomers; newcomer++) {
        const without = best(settle(instance, { fixed: [], forbidden: everybodyOf(instance, newcomer) }));
        expect(wanted[newcomer] === 1).toBe(without.pairs + 1 > best(instance).pairs);
      }
    }),
    runs(400),
  );
});

it("somebody new with so many seats lets as many more be paired as there would be, solved anew", () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 4 }), (seed, seats) => {
      const instance = handfulOf(seed);
      const takes = Array.from({ length: instance.newcomers }, (_, at) => at).filter((at) => (seed >> at) % 2 === 1);
      const more = morePairsWith(new Standing(instance, match(instance)), takes, seats);
      expect(more).toBe(best(withMentor(instance, takes, seats)).pairs - best(instance).pairs);
    }),
    runs(600),
  );
});

/** The same sprint with one mentor more, who could take these newcomers, all alike. */
function withMentor(instance: Instance, takes: readonly number[], seats: number): Instance {
  const rows = Array.from({ length: instance.newcomers }, (_, newcomer) => {
    const row = [...instance.possible.subarray(instance.rows[newcomer], instance.rows[newcomer + 1])];
    return takes.includes(newcomer) ? [...row, instance.mentors] : row;
  });
  const starts = rows.map((_, newcomer) => rows.slice(0, newcomer).flat().length);
  const possible = Int32Array.from(rows.flat());
  return {
    newcomers: instance.newcomers,
    mentors: instance.mentors + 1,
    rows: Int32Array.of(...starts, possible.length),
    possible,
    fits: new Uint8Array(possible.length),
    seats: Int32Array.of(...instance.seats, seats),
  };
}

const everybodyOf = (instance: Instance, newcomer: number) =>
  Array.from({ length: instance.mentors }, (_, mentor) => [newcomer, mentor] as const);

it("nobody came: there is nothing to ask", () => {
  const instance = instanceOf([], []);
  expect([...whoseSeatIsWanted(new Standing(instance, match(instance)))]).toEqual([]);
});
