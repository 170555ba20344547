import fc from "fast-check";
import { expect, it } from "vitest";
import { type FitWeights, fitBy, fitWeights } from "../../../../app/domain/pairing/fit";
import { layOut } from "../../../../app/domain/pairing/lay-out";
import type { PairingSprint, Participant } from "../../../../app/domain/pairing/people";
import { possibleMinutes } from "../../../../app/domain/pairing/possible";
import { type Profiles, profilesOf } from "../../../../app/domain/pairing/profile";
import { type PairingSettings, pairingDefaults } from "../../../../app/domain/pairing/settings";
import { palafrugell } from "./people";
import { runs } from "./runs";

/** Clocks in Madrid go back on the last Sunday of these weeks. */
const eightWeeks: PairingSprint = { ...palafrugell, startsOn: "2025-09-08", endsOn: "2025-11-02" };

const words = fc.subarray(["docs", "Docs", "css", "typing", "async", "tests"], { minLength: 0 });
const minute = fc.integer({ min: 0, max: 7 * 24 * 60 });
const days = (sprint: PairingSprint) =>
  sprint === palafrugell ? ["2025-05-01", "2025-05-02", "2025-05-03"] : ["2025-09-08", "2025-10-06", "2025-11-01"];

const participant = (sprint: PairingSprint): fc.Arbitrary<Omit<Participant, "id" | "name">> =>
  fc.record({
    languages: fc.subarray(["en", "es", "Español", "fr"], { minLength: 1 }),
    getsByIn: fc.subarray(["es", "fr"]),
    themes: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 4 }),
    days: fc.subarray(days(sprint), { minLength: 1 }),
    attendance: fc.constantFrom("on_site" as const, "online" as const),
    timeZone: fc.constantFrom("Europe/Madrid", "Asia/Kathmandu", "Pacific/Auckland"),
    weeklyHours: fc.array(
      fc.tuple(minute, fc.integer({ min: 0, max: 2_000 })).map(([from, long]) => [from, from + long] as const),
      { maxLength: 5 },
    ),
    firstTime: fc.boolean(),
    notWith: fc.subarray([1, 2, 101, 102], { maxLength: 1 }),
    wishes: fc.subarray([1, 3, 101, 103], { maxLength: 2 }),
    workedWith: fc.subarray([102, 104], { maxLength: 1 }),
  });

const everybody = fc.constantFrom(palafrugell, eightWeeks).chain((sprint) => {
  const side = fc.array(fc.tuple(participant(sprint), words), { minLength: 1, maxLength: 6 });
  return fc.tuple(fc.constant(sprint), side, side);
});

const weights = fc
  .record(Object.fromEntries(Object.keys(fitWeights).map((part) => [part, fc.integer({ min: 0, max: 100 })])))
  .map((some) => ({ ...some, learning: (some.learning ?? 0) + 1 }) as FitWeights);

/** Two by two, as slowly as can be. */
function oneByOne({ newcomers, mentors }: Profiles, settings: PairingSettings): number[][] {
  const judge = fitBy(settings.weights);
  return newcomers.flatMap((newcomer, at) =>
    mentors.flatMap((mentor, number) => {
      const minutes = possibleMinutes(newcomer, mentor);
      return minutes === null ? [] : [[at, number, judge({ newcomer, mentor, minutes })]];
    }),
  );
}

it("finds for everybody at once what it finds for each two, to the last bit", () => {
  let seen = 0;
  fc.assert(
    fc.property(everybody, weights, ([sprint, some, others], weights) => {
      const newcomers = some.map(([facts, wants], at) => ({ ...facts, id: 1 + at, name: "Ada", wants }));
      const mentors = others.map(([facts, knows], at) => ({ ...facts, id: 101 + at, name: "Bo", knows, seats: 1 }));
      const profiles = profilesOf(sprint, newcomers, mentors);
      const settings = { ...pairingDefaults, weights };
      const { rows, possible, fits } = layOut(profiles, settings);
      const found = newcomers.flatMap((_, at) =>
        [...possible.subarray(rows[at], rows[at + 1])].map((mentor, n) => [at, mentor, fits[(rows[at] ?? 0) + n]]),
      );
      expect(found).toEqual(oneByOne(profiles, settings));
      seen += found.length;
    }),
    runs(60),
  );
  expect(seen).toBeGreaterThan(20);
});

it("lets a published pair fit better by what keeping it is worth, and no other", () => {
  const alike = { languages: ["en"], themes: [], days: days(palafrugell), attendance: "on_site" } as const;
  const plain = { ...alike, timeZone: "Europe/Madrid", weeklyHours: [], firstTime: false, notWith: [] };
  const newcomers = [1, 2].map((id) => ({ ...plain, id, name: "Ada", wants: [] }));
  const mentors = [3, 4].map((id) => ({ ...plain, id, name: "Bo", knows: [], seats: 1 }));
  const profiles = profilesOf(palafrugell, newcomers, mentors);
  const before = layOut(profiles, pairingDefaults);
  const after = layOut(profiles, { ...pairingDefaults, keepBonus: 7 }, [[1, 0]]);
  expect([...after.fits].map((fit, at) => fit - (before.fits[at] ?? 0))).toEqual([0, 0, 7, 0]);
  expect([before.bonus, after.bonus]).toEqual([0, 7]);
});
