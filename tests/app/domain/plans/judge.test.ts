import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adjusting } from "../../../../app/domain/plans/adjusting";
import { judgeOf, reasonsFor } from "../../../../app/domain/plans/judge";
import type { Registered } from "../../../../app/domain/plans/pairing";
import { draft, mentor, newcomer, pairing } from "./people";

const { sprint } = pairing([]);

/** What somebody has said that is nobody's business but theirs and the organizers'. */
type Kept = Pick<Registered, "wishes" | "notWith" | "firstTime"> & { getsByIn: string[] };

const kept = (other: number): fc.Arbitrary<Kept> =>
  fc.record({
    wishes: fc.subarray([other]),
    notWith: fc.subarray([other]),
    firstTime: fc.boolean(),
    getsByIn: fc.subarray(["en"]),
  });

/** What both of a pair know of each other anyway. */
const known = fc.record({
  skills: fc.subarray(["docs", "css", "sql"]),
  wants: fc.subarray(["docs", "css", "sql"]),
  attendance: fc.constantFrom("on_site" as const, "online" as const),
  weeklyHours: fc.constantFrom([], [[72, 84] as const]),
});

const kofi = (more: Partial<Registered>) => newcomer(1, "Kofi", more);
const priya = (more: Partial<Registered>) => mentor(11, "Priya", more);
const read = (reader: "newcomer" | "mentor" | "both", one: Registered, other: Registered) =>
  reasonsFor(reader, sprint, [one], [other])(one.id, other.id);

describe("why two people are a pair", () => {
  it("as a newcomer or a mentor reads it, does not change with anything the other keeps to themselves", () => {
    fc.assert(
      fc.property(known, known, kept(11), kept(1), kept(11), kept(1), (a, b, mine, theirs, mine2, theirs2) => {
        const said = read("newcomer", kofi({ ...a, ...mine }), priya({ ...b, ...theirs }));
        expect(read("newcomer", kofi({ ...a, ...mine }), priya({ ...b, ...theirs2 }))).toEqual(said);
        const heard = read("mentor", kofi({ ...a, ...mine }), priya({ ...b, ...theirs }));
        expect(read("mentor", kofi({ ...a, ...mine2 }), priya({ ...b, ...theirs }))).toEqual(heard);
      }),
      { numRuns: 60 },
    );
  });

  it("as both read it, does not change with anything either keeps to themselves", () => {
    fc.assert(
      fc.property(known, known, kept(11), kept(1), (a, b, mine, theirs) => {
        const said = read("both", kofi({ ...a, ...mine }), priya({ ...b, ...theirs }));
        expect(said).toEqual(read("both", kofi(a), priya(b)));
      }),
      { numRuns: 60 },
    );
  });

  it("says to nobody but organizers what speaks against it, how well they fit, or that somebody would rather not", () => {
    fc.assert(
      fc.property(known, known, kept(11), kept(1), (a, b, mine, theirs) => {
        const [one, other] = [kofi({ ...a, ...mine }), priya({ ...b, ...theirs })];
        for (const reader of ["newcomer", "mentor", "both"] as const) {
          for (const reason of read(reader, one, other) ?? []) {
            expect(reason).toMatch(/^because /);
            expect(reason).not.toMatch(/despite|of 100|rather|first time|gets by/);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("tells a wish to whoever made it, and to organizers", () => {
    const [one, other] = [kofi({ wishes: [11] }), priya({})];
    expect(read("newcomer", one, other)).toContain("because you wished for Priya");
    expect([...(read("mentor", one, other) ?? []), ...(read("both", one, other) ?? [])].join()).not.toContain("wish");
    expect(judgeOf(sprint, [one], [other])(1, 11)?.reasons).toContain("because Kofi wished for it");
  });
});

it("organizers read of a private “not with” no more than that the two cannot be a pair, whoever said it", () => {
  fc.assert(
    fc.property(known, known, fc.constantFrom("newcomer", "mentor"), (a, b, whose) => {
      const one = kofi({ ...a, notWith: whose === "newcomer" ? [11] : [] });
      const other = priya({ ...b, notWith: whose === "mentor" ? [1] : [] });
      const open = judgeOf(sprint, [kofi(a)], [priya(b)])(1, 11);
      expect(judgeOf(sprint, [one], [other])(1, 11)?.reasons).toEqual(open?.reasons);
      const looked = adjusting(pairing([one, other], { draft: draft([]) }), 1);
      expect(looked?.choices).toEqual([]);
      expect(looked?.others.map(({ words }) => words)).toEqual(["These two cannot be a pair."]);
    }),
    { numRuns: 40 },
  );
});
