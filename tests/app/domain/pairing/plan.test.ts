import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PairIds } from "../../../../app/domain/pairing/keep-fixed";
import type { Mentor, Newcomer } from "../../../../app/domain/pairing/people";
import { type Plan, planPairs } from "../../../../app/domain/pairing/plan";
import { crowd } from "./crowd";
import { seeded } from "./made-up";
import { mentor, newcomer, palafrugell, weekly } from "./people";

const plan = (
  newcomers: readonly Newcomer[],
  mentors: readonly Mentor[],
  { fixed = [], forbidden = [] }: { fixed?: PairIds[]; forbidden?: PairIds[] } = {},
): Plan => planPairs(palafrugell, { newcomers, mentors }, fixed, forbidden);

const pair = (one: Newcomer, other: Mentor): PairIds => ({ newcomerId: one.id, mentorId: other.id });
const pairsIn = ({ pairs }: Plan) => pairs.map(({ newcomerId, mentorId }) => [newcomerId, mentorId]);
const whyWaits = (found: Plan, one: Newcomer) => found.waiting.find(({ newcomerId }) => newcomerId === one.id)?.because;

const online = (timeZone: string, ...hours: string[]) =>
  ({ attendance: "online", timeZone, weeklyHours: weekly(...hours) }) as const;

const ada = newcomer("Ada", { wants: ["docs"] });
const chidi = newcomer("Chidi", { wants: ["css"] });
const dilnoza = newcomer("Dilnoza");

describe("people", () => {
  it("are paired as many as possible first, then by the best fit, with reasons", () => {
    const bo = mentor("Bo", { knows: ["docs"], seats: 2 });
    const lin = mentor("Lin", { knows: ["css"], days: ["2025-05-01"] });
    const found = plan([ada, chidi, dilnoza], [bo, lin]);
    expect(found.pairs).toEqual([
      {
        ...pair(ada, bo),
        fit: 75,
        fixed: false,
        reasons: ["because the mentor knows docs", "because 18 shared hours", "because both are on site"],
      },
      {
        ...pair(chidi, lin),
        fit: 71,
        fixed: false,
        reasons: ["because the mentor knows css", "because 6 shared hours", "because both are on site"],
      },
      { ...pair(dilnoza, bo), fit: 58, fixed: false, reasons: ["because 18 shared hours", "because both are on site"] },
    ]);
    expect(found).toMatchObject({ waiting: [], notKept: [], proof: { isBest: true, pairs: 3, fit: 204 } });
  });

  it("a mentor with one seat takes one newcomer; the other waits, and the seat has a price", () => {
    const bo = mentor("Bo", { knows: ["docs"] });
    const found = plan([ada, chidi], [bo]);
    expect(pairsIn(found)).toEqual([[ada.id, bo.id]]);
    expect(found.waiting).toEqual([{ newcomerId: chidi.id, because: "Every seat of the mentors who fit is taken." }]);
    expect(found.prices).toEqual([{ mentorId: bo.id, price: expect.any(Number) }]);
    expect(found.prices[0]?.price).toBeGreaterThan(0);
    expect(plan([ada], [{ ...bo, seats: 2 }]).prices[0]?.price).toBe(0);
  });

  it("nobody at all is an empty plan", () => {
    expect(plan([], [])).toMatchObject({ pairs: [], waiting: [], prices: [], notKept: [], proof: { isBest: true } });
  });
});

describe("who waits is told the rule in the way", () => {
  const bo = mentor("Bo", { languages: ["en", "fr"], seats: 3 });

  it.each<[rule: string, one: Newcomer, mentors: Mentor[], because: string]>([
    ["no mentors", ada, [], "No mentor has a free seat."],
    ["no seats", ada, [{ ...bo, seats: 0 }], "No mentor has a free seat."],
    ["no language", { ...ada, languages: ["es"] }, [bo], "No mentor with a free seat speaks Spanish."],
    [
      "a language only without a seat",
      { ...ada, languages: ["es", "ca"] },
      [bo, mentor("Lin", { languages: ["es"], seats: 0 })],
      "No mentor with a free seat speaks Spanish or Catalan.",
    ],
    ["no language named", { ...ada, languages: [] }, [bo], "Ada has not said which languages they speak."],
    ["no hours", { ...ada, days: [] }, [bo], "Ada has no hours on the days of the sprint."],
    ["no shared hours", { ...ada, ...online("UTC", "thu 20:00-23:00") }, [bo], "Nobody shares two hours with Ada."],
    [
      "shared hours with others only",
      { ...ada, languages: ["fr"], ...online("UTC", "thu 20:00-23:00") },
      [bo, mentor("Lin", online("UTC", "thu 20:00-23:00"))],
      "Nobody who speaks French shares two hours with Ada.",
    ],
    ["somebody's own wish", { ...ada, notWith: [bo.id] }, [bo], "No mentor with a free seat can be paired with Ada."],
    ["the mentor's wish", ada, [{ ...bo, notWith: [ada.id] }], "No mentor with a free seat can be paired with Ada."],
  ])("%s", (_, one, mentors, because) => {
    expect(plan([one], mentors)).toMatchObject({ pairs: [], waiting: [{ newcomerId: one.id, because }] });
  });

  it("a forbidden pair and a wish, of which only the first could be told", () => {
    const lin = mentor("Lin", { notWith: [ada.id] });
    expect(whyWaits(plan([ada], [bo, lin], { forbidden: [pair(ada, bo)] }), ada)).toBe(
      "No mentor with a free seat can be paired with Ada.",
    );
  });

  it("a forbidden pair", () => {
    expect(whyWaits(plan([ada], [bo], { forbidden: [pair(ada, bo)] }), ada)).toBe(
      "Every mentor who could take Ada is ruled out by a forbidden pair.",
    );
  });
});

describe("what people decide", () => {
  const bo = mentor("Bo", { knows: ["docs"] });
  const lin = mentor("Lin");

  it("a fixed pair stays, and the others are paired around it", () => {
    expect(pairsIn(plan([ada, chidi], [bo, lin]))).toEqual([
      [ada.id, bo.id],
      [chidi.id, lin.id],
    ]);
    const found = plan([ada, chidi], [bo, lin], { fixed: [pair(ada, lin)] });
    expect(pairsIn(found)).toEqual([
      [ada.id, lin.id],
      [chidi.id, bo.id],
    ]);
    expect(found.pairs.map(({ fixed }) => fixed)).toEqual([true, false]);
  });

  it("a fixed pair needs neither language nor hours, and says so", () => {
    const one = { ...ada, languages: ["es"], days: ["2025-05-01"] };
    const found = plan([one], [{ ...bo, days: ["2025-05-02"] }], { fixed: [pair(one, bo)] });
    expect(found.pairs[0]?.reasons).toEqual(
      expect.arrayContaining(["despite less than two shared hours", "despite no language in common"]),
    );
  });

  it("a forbidden pair is not made, however well it fits", () => {
    const found = plan([ada, chidi], [bo, lin], { forbidden: [pair(ada, bo)] });
    expect(pairsIn(found)).toEqual([
      [ada.id, lin.id],
      [chidi.id, bo.id],
    ]);
  });

  it("a seat that a fixed pair takes is nobody else's", () => {
    const found = plan([ada, chidi], [bo], { fixed: [pair(chidi, bo)] });
    expect(pairsIn(found)).toEqual([[chidi.id, bo.id]]);
    expect(whyWaits(found, ada)).toBe("No mentor has a free seat.");
  });

  it("a fixed pair that cannot be kept is named, and its newcomer is paired like the others", () => {
    const gone = { newcomerId: 900, mentorId: 901 };
    const found = plan([ada, chidi], [bo, { ...lin, notWith: [chidi.id] }], {
      fixed: [pair(ada, bo), pair(ada, lin), pair(chidi, bo), pair(chidi, lin), gone, { ...gone, newcomerId: ada.id }],
    });
    expect(pairsIn(found)).toEqual([[ada.id, bo.id]]);
    expect(found.notKept.map(({ because }) => because)).toEqual([
      "Ada is fixed to somebody else already. Keep one of the two.",
      "The mentor is not registered any more. Let this pair go, and Ada is paired anew.",
      "Bo has no seat left. Ask for one more, or choose another mentor.",
      "These two cannot be paired. Choose another mentor.",
      "The newcomer is not registered any more. Let this pair go.",
    ]);
    const both = plan([ada], [bo], { fixed: [pair(ada, bo)], forbidden: [pair(ada, bo), gone] });
    expect(both.notKept[0]?.because).toBe("This pair is both fixed and forbidden. Take one of the two back.");
    expect(both.pairs).toEqual([]);
  });
});

describe("a private “not with”", () => {
  it("keeps two people apart, from either side, and shows in no word", () => {
    const bo = mentor("Bo", { seats: 2 });
    const lin = mentor("Lin");
    for (const [one, other] of [
      [{ ...ada, notWith: [bo.id] }, bo],
      [ada, { ...bo, notWith: [ada.id] }],
    ] as const) {
      const found = plan([one, chidi], [other, lin], { fixed: [pair(one, other)] });
      expect(pairsIn(found)).toEqual([
        [ada.id, lin.id],
        [chidi.id, bo.id],
      ]);
      expect(JSON.stringify(found)).not.toMatch(/not with|rather/i);
    }
  });
});

describe("a crowd", () => {
  it("gets the same plan in whatever order it comes, with its rules in any order too", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const { newcomers, mentors } = crowd(seed, 24, 8);
        const random = seeded(seed + 1);
        const shuffle = <Thing>(things: readonly Thing[]): Thing[] =>
          things
            .map((thing) => [random(), thing] as const)
            .sort(([a], [b]) => a - b)
            .map(([, thing]) => thing);
        const any = <Thing>(things: readonly Thing[]) => things[Math.floor(random() * things.length)] as Thing;
        const rules = (count: number) => Array.from({ length: count }, () => pair(any(newcomers), any(mentors)));
        const fixed = rules(5);
        const forbidden = rules(20);
        const first = plan(newcomers, mentors, { fixed, forbidden });
        const again = plan(shuffle(newcomers), shuffle(mentors), {
          fixed: shuffle(fixed),
          forbidden: shuffle(forbidden),
        });
        expect(again).toEqual(first);
        expect(first.proof.isBest).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it("of 56 newcomers and 30 mentors has everybody in a pair or waiting, never both, and no seat twice", () => {
    const { newcomers, mentors } = crowd(4, 56, 30);
    const found = plan(newcomers, mentors);
    const named = [...found.pairs, ...found.waiting].map(({ newcomerId }) => newcomerId).sort((a, b) => a - b);
    expect(named).toEqual(newcomers.map(({ id }) => id));
    for (const { id, seats } of mentors) {
      expect(found.pairs.filter(({ mentorId }) => mentorId === id).length).toBeLessThanOrEqual(seats);
    }
    expect(found.proof.isBest).toBe(true);
    for (const { reasons } of found.pairs) expect(reasons.length).toBeGreaterThan(0);
  });
});
