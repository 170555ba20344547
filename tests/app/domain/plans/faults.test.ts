import { expect, it } from "vitest";
import { faultsOf } from "../../../../app/domain/plans/faults";
import { judgeOf } from "../../../../app/domain/plans/judge";
import { mentorsOf, type Pairing, unpaired } from "../../../../app/domain/plans/pairing";
import { faultWords } from "../../../../app/domain/plans/words";
import { draft, mentor, newcomer, paired, pairing, ruled } from "./people";

const [kofi, zola] = [newcomer(1, "Kofi"), newcomer(2, "Zola")];
const [priya, lin] = [mentor(11, "Priya", { seats: 2 }), mentor(12, "Lin", { seats: 1 })];
const both = draft([
  [kofi, priya],
  [zola, priya],
]);
const found = (state: Pairing) =>
  faultsOf(state, judgeOf(state.sprint, unpaired(state), mentorsOf(state))).map(({ because }) => because);

it("a draft that still holds has no fault", () => {
  expect(found(pairing([kofi, zola, priya, lin], { draft: both }))).toEqual([]);
});

it.each<[string, Pairing, string[]]>([
  [
    "a newcomer who has gone",
    pairing([zola, priya, lin], { draft: both }),
    ["Kofi does not come as a newcomer any more."],
  ],
  [
    "a newcomer who mentors now",
    pairing([mentor(1, "Kofi"), zola, priya], { draft: both }),
    ["Kofi does not come as a newcomer any more."],
  ],
  [
    "a mentor who has gone",
    pairing([kofi, lin], { draft: draft([[kofi, priya]]) }),
    ["Priya does not come as a mentor any more."],
  ],
  [
    "a newcomer who has a pair",
    pairing([kofi, zola, priya, lin], { draft: both, pairs: [paired(kofi, lin)] }),
    ["Kofi has a mentor already: Lin."],
  ],
  [
    "a seat that is gone: the last on it stands",
    pairing([kofi, zola, { ...priya, seats: 1 }, lin], { draft: both }),
    ["There is no seat left with Priya for Zola."],
  ],
  [
    "a forbidden pair",
    pairing([kofi, zola, priya, lin], { draft: both, rules: [ruled("forbidden", zola, priya)] }),
    ["Zola and Priya are a forbidden pair."],
  ],
  [
    "a newcomer fixed with another",
    pairing([kofi, zola, priya, lin], { draft: both, rules: [ruled("fixed", zola, lin)] }),
    ["Zola is fixed with Lin, and not with Priya."],
  ],
  [
    "a fixed newcomer who waits",
    pairing([kofi, zola, priya, lin], { draft: draft([[kofi, priya]]), rules: [ruled("fixed", zola, lin)] }),
    ["Zola is fixed with Lin, and waits all the same."],
  ],
  [
    "another language",
    pairing([kofi, { ...zola, languages: ["et"] }, priya, lin], { draft: both }),
    ["Zola and Priya have no language in common."],
  ],
  [
    "other days",
    pairing([kofi, { ...zola, days: ["2026-05-09"] }, priya, lin], { draft: both }),
    ["Zola and Priya share less than two hours."],
  ],
  [
    "a wish, of which no word tells",
    pairing([kofi, { ...zola, notWith: [priya.id] }, priya, lin], { draft: both }),
    ["Zola and Priya cannot be a pair."],
  ],
])("%s", (_, state, because) => {
  expect(found(state)).toEqual(because);
});

it("a fixed pair needs no language and no hours in common, but is never made against a wish", () => {
  const rules = [ruled("fixed", zola, priya)];
  expect(found(pairing([kofi, { ...zola, languages: ["et"] }, priya], { draft: both, rules }))).toEqual([]);
  expect(found(pairing([kofi, { ...zola, notWith: [priya.id] }, priya], { draft: both, rules }))).toEqual([
    "Zola and Priya cannot be a pair.",
  ]);
});

it("many faults are said as three and a number", () => {
  expect(faultWords(["One.", "Two.", "Three.", "Four.", "Five."])).toBe(
    "Something has changed since this plan was made. One. Two. Three. 2 more of its pairs no longer hold. Run it again.",
  );
});
