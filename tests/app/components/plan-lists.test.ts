import { describe, expect, it } from "vitest";
import { listsOfTable, tableIn, tableWords, waitingList } from "../../../app/components/plan-lists";
import { pairingTable } from "../../../app/domain/plans/table";
import { applyMove } from "../../../app/domain/roadmap/ordering";
import { draft, mentor, newcomer, paired, pairing } from "../domain/plans/people";

const [kofi, zola, ana] = [newcomer(1, "Kofi"), newcomer(2, "Zola"), newcomer(3, "Ana")];
const [priya, omar] = [mentor(11, "Priya"), mentor(12, "Omar")];
const { mentors, waits } = pairingTable(
  pairing([kofi, zola, ana, priya, omar], {
    pairs: [paired(ana, priya)],
    draft: draft([[kofi, omar]], [[zola, "No mentor with a free seat speaks Spanish."]]),
  }),
  [],
);
const lists = listsOfTable(mentors, waits);
const sitting = (table: ReturnType<typeof tableIn>) =>
  Object.fromEntries(
    table.mentors.map(({ name, free, taken }) => [name, [free, ...taken.map((seat) => seat.newcomer)]]),
  );

describe("the table while somebody is moved", () => {
  it("shows them where they go at once, and leaves every other mentor's row as it is", () => {
    const moved = tableIn(mentors, waits, applyMove(lists, { id: "2", list: "12", before: null }));
    expect(sitting(moved)).toEqual({ Omar: [1, "Kofi", "Zola"], Priya: [2, "Ana"] });
    expect(moved.waits).toEqual([]);
    expect(moved.mentors.find(({ id }) => id === priya.id)).toBe(mentors.find(({ id }) => id === priya.id));
    const waiting = tableIn(mentors, waits, applyMove(lists, { id: "1", list: waitingList, before: null }));
    expect(sitting(waiting)).toEqual({ Omar: [3], Priya: [2, "Ana"] });
    expect(waiting.waits.map(({ newcomer: name }) => name)).toEqual(["Zola", "Kofi"]);
  });

  it("carries nobody whose pair is published", () => {
    expect(lists.flatMap(({ items }) => items.map(({ title }) => title))).toEqual(["Zola", "Kofi"]);
  });

  it("says what a seat costs as soon as that is known", () => {
    const over = { id: "1", list: "11", before: null };
    expect(tableWords(null).over(lists, over)).toBe("With Priya.");
    const costs = new Map([["11", { can: true, fit: 72, words: "Fits 72 of 100. Nobody else moves." }]]);
    const words = tableWords(costs);
    expect(words.over(lists, over)).toBe("With Priya. Fits 72 of 100. Nobody else moves.");
    expect(words.lifted(lists, "1")).toBe("You have picked up Kofi, with Omar.");
    expect(words.dropped(lists, over)).toBe("Kofi is with Priya now.");
    expect(words.stayed(lists, "2")).toBe("Zola stays among those who wait.");
    expect([words.isIdle(lists, { ...over, list: "12" }), words.isIdle(lists, over)]).toEqual([true, false]);
  });
});
