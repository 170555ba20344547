import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limits } from "../../../../app/domain/limits";
import { applyMove, choicesFor, isIdle, type Move, type Ordered } from "../../../../app/domain/roadmap/ordering";
import { isLongKey, keysAfter, keysBetween, spreadKeys } from "../../../../app/domain/roadmap/placing";

type Item = { id: string };

const lists = (...ids: string[][]): Ordered<Item>[] =>
  ids.map((items, index) => ({ id: `list ${index}`, items: items.map((id) => ({ id })) }));
const idsIn = (some: readonly Ordered<Item>[]) => some.map(({ items }) => items.map(({ id }) => id));

describe("a move", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"];
  const here = lists([a, b, c], [d], []);
  const became = (move: Move) => idsIn(applyMove(here, move));

  it("puts a thing before a neighbour, in its list or in another, or at the end", () => {
    expect(became({ id: c, list: "list 0", before: a })).toEqual([[c, a, b], [d], []]);
    expect(became({ id: a, list: "list 1", before: d })).toEqual([[b, c], [a, d], []]);
    expect(became({ id: a, list: "list 2", before: null })).toEqual([[b, c], [d], [a]]);
    expect(became({ id: a, list: "list 0", before: null })).toEqual([[b, c, a], [d], []]);
  });

  it("of what is not there, to where nothing is, or before itself, changes nothing", () => {
    for (const move of [
      { id: "x", list: "list 0", before: a },
      { id: a, list: "list 9", before: null },
      { id: a, list: "list 0", before: a },
    ]) {
      expect(applyMove(here, move)).toBe(here);
    }
  });

  it("before something that has gone from there, goes to the end", () => {
    expect(became({ id: a, list: "list 1", before: b })).toEqual([[b, c], [d, a], []]);
  });

  it("is idle exactly when it changes nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(a, b, c, d), fc.nat(2), fc.option(fc.constantFrom(a, b, c, d)), (id, at, wanted) => {
        const list = here[at] as Ordered<Item>;
        const before = list.items.some((item) => item.id === wanted) ? wanted : null;
        const move = { id, list: list.id, before };
        expect(isIdle(here, move)).toBe(JSON.stringify(became(move)) === JSON.stringify(idsIn(here)));
      }),
    );
  });

  it("can be chosen from a list that has each place once, and says where the thing is", () => {
    const choices = choicesFor(here, b).map(({ list, before, isNow }) => [list, before?.id ?? null, isNow]);
    expect(choices).toEqual([
      ["list 0", a, false],
      ["list 0", c, true],
      ["list 0", null, false],
      ["list 1", d, false],
      ["list 1", null, false],
      ["list 2", null, false],
    ]);
  });
});

/** The board as the database keeps it: a key for each thing, unique in its list, made from two neighbours alone. */
class KeyedBoard {
  readonly rows = new Map<string, { list: string; key: string }>();
  longest = 0;

  constructor(start: readonly Ordered<Item>[]) {
    for (const { id: list, items } of start) {
      const keys = keysAfter(null, items.length);
      for (const [index, { id }] of items.entries()) this.rows.set(id, { list, key: keys[index] ?? "" });
    }
  }

  order(list: string, without?: string): string[] {
    const here = [...this.rows].filter(([id, row]) => row.list === list && id !== without);
    return here.sort(([, one], [, other]) => (one.key < other.key ? -1 : 1)).map(([id]) => id);
  }

  move({ id, list, before }: Move): void {
    const others = this.order(list, id);
    const at = before === null || !others.includes(before) ? others.length : others.indexOf(before);
    const [low = null, high = null] = [others[at - 1], others[at]].map(
      (other) => this.rows.get(other ?? "")?.key ?? null,
    );
    let [key = ""] = keysBetween(low, high, 1);
    if (isLongKey(key)) {
      const all = this.order(list);
      const spread = spreadKeys(
        all.map((one) => this.rows.get(one)?.key ?? ""),
        low,
        1,
      );
      for (const [index, one] of all.entries()) this.rows.set(one, { list, key: spread.keys[index] ?? "" });
      key = spread.gap[0] ?? "";
    }
    this.rows.set(id, { list, key });
    const keys = [...this.rows.values()].map((row) => `${row.list} ${row.key}`);
    if (new Set(keys).size < keys.length) throw new Error(`two things at ${list} ${key}`);
    this.longest = Math.max(this.longest, key.length);
  }
}

describe("keys between neighbours", () => {
  it("keep every card exactly once, in the order the moves say, however the moves of several people interleave", () => {
    const cards = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const start = lists(cards.slice(0, 4), cards.slice(4), []);
    const move = fc.record({
      id: fc.constantFrom(...cards),
      list: fc.constantFrom("list 0", "list 1", "list 2"),
      before: fc.option(fc.constantFrom(...cards)),
    });
    const people: fc.Arbitrary<Move[][]> = fc.array(fc.array(move, { maxLength: 40 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(people, fc.infiniteStream(fc.nat(3)), (queues, turns) => {
        const board = new KeyedBoard(start);
        let said: readonly Ordered<Item>[] = start;
        const waiting = queues.map((queue) => [...queue]).filter((queue) => queue.length > 0);
        for (const turn of turns) {
          if (waiting.length === 0) break;
          const queue = waiting[turn % waiting.length] as Move[];
          const made = queue.shift() as Move;
          if (queue.length === 0) waiting.splice(waiting.indexOf(queue), 1);
          if (made.before === made.id) continue;
          said = applyMove(said, made);
          board.move(made);
        }
        expect(said.map(({ id }) => board.order(id))).toEqual(idsIn(said));
        expect(idsIn(said).flat().sort()).toEqual(cards);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) },
    );
  });

  it("stay within 64 characters through ten thousand moves into one gap, and in order", () => {
    const board = new KeyedBoard(lists(["a", "b", "c", "d"]));
    let said: readonly Ordered<Item>[] = lists(["a", "b", "c", "d"]);
    for (let round = 0; round < 10_000; round += 1) {
      // The one that is not next to d goes between the two that are.
      const order = board.order("list 0");
      const made = { id: order[1] ?? "", list: "list 0", before: "d" };
      said = applyMove(said, made);
      board.move(made);
    }
    expect(board.longest).toBeLessThanOrEqual(limits.positionKeyCharacters);
    expect(board.order("list 0")).toEqual(idsIn(said)[0]);
    expect(isLongKey("a".repeat(limits.positionKeyCharacters))).toBe(false);
    expect(isLongKey("a".repeat(limits.positionKeyCharacters + 1))).toBe(true);
  });
});
