import { describe, expect, it } from "vitest";
import { pagesOf, pageWith, pairingTable } from "../../../../app/domain/plans/table";
import { progressWords, startingWords } from "../../../../app/domain/plans/words";
import { draft, mentor, newcomer, paired, pairing, ruled } from "./people";

const [kofi, zola, ana] = [newcomer(1, "Kofi"), newcomer(2, "Zola"), newcomer(3, "Ana")];
const [priya, lin] = [mentor(11, "Priya", { seats: 2 }), mentor(12, "Lin", { seats: 1 })];
const everybody = [kofi, zola, ana, priya, lin];

describe("the pairing table", () => {
  it("shows mentors by name, who sits with whom, the free seats, and who waits and why", () => {
    const table = pairingTable(
      pairing(everybody, { draft: draft([[kofi, priya]], [[ana, "Nobody shares two hours with Ana."]]) }),
      [],
    );
    expect(table.mentors.map(({ name, free, taken }) => [name, free, taken.map((seat) => seat.newcomer)])).toEqual([
      ["Lin", 1, []],
      ["Priya", 1, ["Kofi"]],
    ]);
    expect(table.waits).toEqual([
      { newcomerId: 3, newcomer: "Ana", because: "Nobody shares two hours with Ana." },
      { newcomerId: 2, newcomer: "Zola", because: "Zola has registered since this plan was made." },
    ]);
    expect(table).toMatchObject({ newcomers: 3, paired: 0, planned: 1, seats: 3, free: 2 });
  });

  it("puts published pairs before planned ones, and says what organizers did", () => {
    const plan = draft([[zola, priya]]);
    const state = pairing(everybody, {
      pairs: [paired(kofi, priya, 2)],
      draft: plan,
      rules: [ruled("fixed", zola, priya)],
    });
    const [, row] = pairingTable(state, [{ newcomerId: 2, because: "Zola has gone." }]).mentors;
    expect(row?.taken).toMatchObject([
      { newcomer: "Kofi", pairId: 1, fixed: false, fault: null },
      { newcomer: "Zola", pairId: null, fixed: true, fault: "Zola has gone." },
    ]);
  });

  it("says what a pair could begin with: planned as it is found now, published as it was given", () => {
    const [first, next] = [
      { number: 4, title: "Sort the imports" },
      { number: 5, title: "Name the hashers" },
    ];
    const state = pairing(everybody, {
      pairs: [{ ...paired(kofi, priya, 2), starter: first }],
      draft: draft([
        [zola, priya],
        [ana, lin],
      ]),
    });
    const { mentors } = pairingTable(state, [], new Map(), new Map([[zola.id, next]]));
    const begins = mentors.flatMap(({ taken }) => taken.map((seat) => [seat.newcomer, seat.starter]));
    expect(begins).toEqual([
      ["Ana", null],
      ["Kofi", first],
      ["Zola", next],
    ]);
    expect([startingWords(3, 1), startingWords(3, 0), startingWords(2, 2)]).toEqual([
      "1 of 3 pairs has a free task to begin with, in a theme both chose.",
      "No pair has a free task to begin with, in a theme both chose.",
      "Each pair has a free task to begin with, in a theme both chose.",
    ]);
  });

  it("lets whoever was planned with a mentor who has gone wait", () => {
    const table = pairingTable(pairing([kofi, lin], { draft: draft([[kofi, priya]]) }), []);
    expect([table.planned, table.waits.map(({ newcomer }) => newcomer)]).toEqual([0, ["Kofi"]]);
  });

  it("before any plan gives nobody a reason to wait", () => {
    expect(pairingTable(pairing(everybody), []).waits.map(({ because }) => because)).toEqual([null, null, null]);
  });

  it("after publishing says of those who still wait why the plan let them, and nothing of others", () => {
    const waited = [{ newcomerId: ana.id, because: "Nobody shares two hours with Ana." }];
    const { waits } = pairingTable(pairing(everybody), [], new Map(), new Map(), waited);
    expect(waits.map(({ newcomer, because }) => [newcomer, because])).toEqual([
      ["Ana", "Nobody shares two hours with Ana."],
      ["Kofi", null],
      ["Zola", null],
    ]);
  });

  it("knows the page somebody is on, of the mentors or of those who wait", () => {
    const table = pairingTable(pairing(everybody, { draft: draft([[kofi, priya]]) }), []);
    expect([pageWith(table, kofi.id, 1), pageWith(table, zola.id, 1), pageWith(table, 99, 1)]).toEqual([
      { mentors: 2 },
      { waits: 2 },
      {},
    ]);
    expect([pagesOf(table, 1), pagesOf({ mentors: [], waits: [] }, 1)]).toEqual([
      { mentors: 2, waits: 2 },
      { mentors: 1, waits: 1 },
    ]);
  });
});

it("how far it has got is said in a sentence, and “the most” only of what the engine made", () => {
  const table = { newcomers: 56, paired: 2, planned: 50 };
  expect(progressWords(table, true)).toBe("52 of 56 newcomers paired, the most there can be.");
  expect(progressWords(table, false)).toBe("52 of 56 newcomers paired.");
  expect(progressWords({ newcomers: 1, paired: 0, planned: 1 }, true)).toBe("1 of 1 newcomer paired: everybody.");
});
