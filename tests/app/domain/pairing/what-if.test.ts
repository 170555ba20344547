import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { helpFor } from "../../../../app/domain/pairing/help";
import { type Decided, planOf, type Solved, solve } from "../../../../app/domain/pairing/plan";
import { whatIfs } from "../../../../app/domain/pairing/what-if";
import { crowd } from "./crowd";
import { mentor, newcomer, palafrugell } from "./people";

const nothing: Decided = { fixed: [], forbidden: [] };
const sums = (solved: Solved) => {
  const { pairs, notKept, proof } = planOf(solved);
  return { pairs: pairs.length, points: proof.fit - proof.cost, notKept };
};

describe("why not with somebody else", () => {
  it("is answered as solving it anew with that pair fixed would answer it", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const people = crowd(seed, 14, 6);
        const solved = solve(palafrugell, people, nothing);
        const now = sums(solved);
        const one = people.newcomers[seed % 14];
        for (const { newcomerId, mentorId, fit, effect, inTheWay } of whatIfs(solved, one?.id ?? 0) ?? []) {
          const then = sums(solve(palafrugell, people, { ...nothing, fixed: [{ newcomerId, mentorId }] }));
          const seats = people.mentors.find(({ id }) => id === mentorId)?.seats ?? 0;
          expect(effect === null).toBe(seats === 0);
          if (effect === null) continue;
          expect(effect.pairs).toBe(then.pairs - now.pairs);
          // A fixed pair is outside the proof; its seat is its mentor's first, which costs nothing.
          expect(effect.points).toBe(then.points + fit - now.points);
          expect(inTheWay === null || inTheWay === "language" || inTheWay === "hours").toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("names whoever would move, and lets a fixed newcomer go to be asked about", () => {
    const ada = newcomer("Ada", { wants: ["docs"] });
    const chidi = newcomer("Chidi", { wants: ["css"] });
    const bo = mentor("Bo", { knows: ["docs"] });
    const lin = mentor("Lin", { knows: ["css"] });
    const people = { newcomers: [ada, chidi], mentors: [bo, lin] };
    const [, withLin] = whatIfs(solve(palafrugell, people, nothing), ada.id) ?? [];
    expect(withLin?.effect).toEqual({
      pairs: 0,
      points: -70,
      moves: [
        { newcomerId: ada.id, fromId: bo.id, toId: lin.id },
        { newcomerId: chidi.id, fromId: lin.id, toId: bo.id },
      ],
    });
    expect(withLin?.others).toBe(-35);
    const fixed = { ...nothing, fixed: [{ newcomerId: ada.id, mentorId: lin.id }] };
    const [withBo] = whatIfs(solve(palafrugell, people, fixed), ada.id) ?? [];
    expect(withBo?.effect?.points).toBe(0);
    expect(whatIfs(solve(palafrugell, people, nothing), 999)).toBeNull();
  });

  it("of a private “not with” it says nothing but that it cannot be", () => {
    const ada = newcomer("Ada");
    const bo = mentor("Bo", { notWith: [ada.id] });
    const [found] = whatIfs(solve(palafrugell, { newcomers: [ada], mentors: [bo] }, nothing), ada.id) ?? [];
    expect(found).toMatchObject({ inTheWay: "private", effect: null, others: 0 });
    expect(JSON.stringify(found)).not.toMatch(/not with|rather|wish/i);
  });
});

describe("what would help", () => {
  const paired = (people: ReturnType<typeof crowd>, decided: Decided = nothing) =>
    planOf(solve(palafrugell, people, decided)).pairs.length;

  it("is every seat and every forbidden pair that lets one more be paired, and no other", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const people = crowd(seed, 12, 4);
        const forbidden = people.newcomers.slice(0, 6).flatMap(({ id: newcomerId }, at) => {
          const other = people.mentors[(at + seed) % 4];
          return other ? [{ newcomerId, mentorId: other.id }] : [];
        });
        const decided = { fixed: [], forbidden };
        const now = paired(people, decided);
        const help = helpFor(solve(palafrugell, people, decided));
        for (const one of people.mentors) {
          const mentors = people.mentors.map((other) => (other === one ? { ...one, seats: one.seats + 1 } : other));
          const more = paired({ ...people, mentors }, decided) - now;
          expect(help.some(({ kind, ...of }) => kind === "seat" && "mentorId" in of && of.mentorId === one.id)).toBe(
            more > 0,
          );
        }
        for (const pair of forbidden) {
          const more = paired(people, { ...decided, forbidden: forbidden.filter((other) => other !== pair) }) - now;
          expect(
            help.some(
              (of) => of.kind === "allow" && of.newcomerId === pair.newcomerId && of.mentorId === pair.mentorId,
            ),
          ).toBe(more > 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("somebody new is described by language and day, with how many they would pair", () => {
    const people = {
      newcomers: ["Ana", "Bea", "Cesc"].map((name) => newcomer(name, { languages: ["es"], days: ["2025-05-03"] })),
      mentors: [mentor("Bo")],
    };
    expect(helpFor(solve(palafrugell, people, nothing))).toEqual([
      { kind: "mentor", language: "es", day: "2025-05-03", seats: 3, pairs: 3 },
    ]);
    expect(helpFor(solve(palafrugell, { newcomers: [newcomer("Ada")], mentors: [mentor("Bo")] }, nothing))).toEqual([]);
  });

  it("of very many languages and days looks at those that most of those who wait have", () => {
    const words = Array.from({ length: 60 }, (_, at) => `x${at}`);
    const people = {
      newcomers: words.map((word) => newcomer(word, { languages: [word, "es"], days: ["2025-05-03"] })),
      mentors: [mentor("Bo")],
    };
    expect(helpFor(solve(palafrugell, people, nothing))[0]).toMatchObject({ language: "es", pairs: 3 });
  });
});
