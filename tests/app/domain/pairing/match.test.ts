import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Instance, type Match, pairWorth } from "../../../../app/domain/pairing/instance";
import { match } from "../../../../app/domain/pairing/match";
import { prove } from "../../../../app/domain/pairing/prove";
import { settle } from "../../../../app/domain/pairing/settle";
import { bestByTryingEverything } from "./by-trying-everything";
import { handful } from "./handful";
import { instanceOf, madeUpSprint, reordered, seeded } from "./made-up";
import { runs } from "./runs";

const pairsOf = ({ mentorOf }: Match) => [...mentorOf.entries()].filter(([, mentor]) => mentor >= 0);

function expectBest(instance: Instance, found: Match = match(instance)): Match {
  const proof = prove(instance, found);
  expect(proof).toMatchObject({ gap: 0, isBest: true });
  return found;
}

describe("a handful of people", () => {
  it("get the plan that trying everything finds, with prices that prove it", () => {
    fc.assert(
      fc.property(handful, (instance) => {
        expect(pairsOf(expectBest(instance))).toEqual(bestByTryingEverything(instance).pairs);
      }),
      runs(1000),
    );
  });

  it("get the same plan however short the lists are cut at first", () => {
    fc.assert(
      fc.property(handful, fc.nat({ max: 2 }), (instance, least) => {
        const found = expectBest(instance, match(instance, { least, perUnit: 0 }));
        expect(found.mentorOf).toEqual(match(instance).mentorOf);
      }),
      runs(800),
    );
  });

  it("keep fixed pairs and do without forbidden ones, and the rest is still the best there is", () => {
    fc.assert(
      fc.property(handful, fc.nat(), (instance, seed) => {
        const random = seeded(seed);
        const free = [...instance.seats];
        const fixed: [number, number][] = [];
        const forbidden: [number, number][] = [];
        for (let newcomer = 0; newcomer < instance.newcomers; newcomer++) {
          for (let mentor = 0; mentor < instance.mentors; mentor++) {
            if (random() < 0.2) forbidden.push([newcomer, mentor]);
            else if (random() < 0.15 && (free[mentor] ?? 0) > 0 && fixed.every(([other]) => other !== newcomer)) {
              fixed.push([newcomer, mentor]);
              free[mentor] = (free[mentor] ?? 0) - 1;
            }
          }
        }
        const rest = settle(instance, { fixed, forbidden });
        expect(pairsOf(expectBest(rest))).toEqual(bestByTryingEverything(instance, { fixed, forbidden }).pairs);
      }),
      runs(1000),
    );
  });
});

describe("a room full of people", () => {
  const sizes: [newcomers: number, mentors: number, seatsMost: number][] = [
    [40, 60, 1],
    [60, 60, 1],
    [120, 30, 3],
    [120, 30, 9],
    [80, 5, 40],
  ];

  it.each(sizes)(
    "of %i newcomers and %i mentors with up to %i seats gets a proved plan",
    (newcomers, mentors, seats) => {
      for (let seed = 0; seed < 40; seed++) expectBest(madeUpSprint(newcomers, mentors, seed, seats));
    },
  );

  it("gets a proved plan when everybody fits everybody equally well", () => {
    const everybody = Array.from({ length: 30 }, (_, mentor): [number, number] => [mentor, 50]);
    const instance = instanceOf(Array(30).fill(2), Array(100).fill(everybody));
    const { mentorOf } = expectBest(instance);
    // Nothing tells the people apart, so that the first newcomers fill the first mentors.
    expect([...mentorOf]).toEqual(Array.from({ length: 100 }, (_, newcomer) => (newcomer < 60 ? newcomer >> 1 : -1)));
  });

  it("gets the same plan in whatever order people came, up to ties that only numbers decide", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const instance = madeUpSprint(60, 20, seed, 3);
        const shuffled = (count: number, random: () => number) =>
          Array.from({ length: count }, (_, at) => [random(), at] as const)
            .sort(([a], [b]) => a - b)
            .map(([, at]) => at);
        const newcomerAt = shuffled(60, seeded(seed + 1));
        const mentorAt = shuffled(20, seeded(seed + 2));
        const proof = prove(instance, match(instance));
        const other = reordered(instance, newcomerAt, mentorAt);
        expect(prove(other, match(other))).toEqual(proof);
        // The same numbers, with each row in another order: the very same plan.
        const same = reordered(other, inverse(newcomerAt), inverse(mentorAt));
        expect(match(same).mentorOf).toEqual(match(instance).mentorOf);
      }),
      { numRuns: 60 },
    );
  });
});

const inverse = (order: readonly number[]) => {
  const back: number[] = [];
  for (const [at, to] of order.entries()) back[to] = at;
  return back;
};

describe("the edges", () => {
  it("nobody came: an empty plan", () => {
    expect(expectBest(instanceOf([], []))).toMatchObject({ mentorOf: new Int32Array(0), prices: new Float64Array(0) });
  });

  it("no mentors: everybody waits", () => {
    expect([...expectBest(instanceOf([], [[], []])).mentorOf]).toEqual([-1, -1]);
  });

  it("no newcomers: seats stay free and cost nothing", () => {
    expect([...expectBest(instanceOf([3, 1], [])).prices]).toEqual([0, 0]);
  });

  it("nobody is possible: everybody waits, and seats cost nothing", () => {
    const found = expectBest(instanceOf([2, 1], [[], [], []]));
    expect([...found.mentorOf]).toEqual([-1, -1, -1]);
    expect([...found.prices]).toEqual([0, 0]);
  });

  it("a mentor without a seat takes nobody, and a seat there has a price nobody would pay", () => {
    const instance = instanceOf(
      [0, 1],
      [
        [
          [0, 100],
          [1, 1],
        ],
        [[0, 90]],
      ],
    );
    const found = expectBest(instance);
    expect([...found.mentorOf]).toEqual([1, -1]);
    expect(found.prices[0]).toBe(pairWorth(instance) + 90);
  });

  it("one more pair comes before any fit", () => {
    const instance = instanceOf(
      [1, 1],
      [
        [
          [0, 100],
          [1, 0],
        ],
        [[0, 0]],
      ],
    );
    expect([...expectBest(instance).mentorOf]).toEqual([1, 0]);
  });

  it("a mentor with two billion seats is no trouble", () => {
    const instance = instanceOf([2_000_000_000], [[[0, 5]], [[0, 6]]]);
    expect([...expectBest(instance).mentorOf]).toEqual([0, 0]);
  });

  it("a newcomer fixed twice, and a mentor fixed beyond their seats, are refused", () => {
    const instance = instanceOf([1], [[[0, 5]], [[0, 6]]]);
    expect(() =>
      settle(instance, {
        fixed: [
          [0, 0],
          [0, 0],
        ],
        forbidden: [],
      }),
    ).toThrow(RangeError);
    expect(() =>
      settle(instance, {
        fixed: [
          [0, 0],
          [1, 0],
        ],
        forbidden: [],
      }),
    ).toThrow(RangeError);
  });
});

it("lists cut too short are made longer where it matters, also among many", () => {
  for (let seed = 0; seed < 30; seed++) {
    const instance = madeUpSprint(90, 40, seed, 1 + (seed % 4));
    const found = expectBest(instance, match(instance, { least: 1 + (seed % 3), perUnit: 1 }));
    expect(found.mentorOf).toEqual(match(instance).mentorOf);
  }
});

describe("sprints of the sizes to design for", () => {
  it.each([
    [50, 12, 101],
    [200, 40, 102],
    [1_000, 250, 103],
    [10_000, 1_500, 104],
  ])("%i newcomers and %i mentors get a proved plan", (newcomers, mentors, seed) => {
    expectBest(madeUpSprint(newcomers, mentors, seed));
  });
});
