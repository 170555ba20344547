import { expect, it } from "vitest";
import { openShelf } from "../../../app/server/shelf";

it("makes room by letting go what was not asked for lately", () => {
  const shelf = openShelf<string>(8);
  for (const name of ["a", "b", "c"]) shelf.keep(name, `the ${name}`, 2);
  expect(shelf.find("a")).toBe("the a");
  shelf.keep("d", "the d", 2);
  expect(["a", "b", "c", "d"].map((name) => shelf.find(name))).toEqual(["the a", undefined, "the c", "the d"]);
});

it("never holds more than there is room for, whatever is put there and asked for", () => {
  const shelf = openShelf<number>(20);
  for (let at = 0; at < 1_000; at += 1) {
    shelf.keep(`thing ${at % 37}`, at, 1 + (at % 5));
    shelf.find(`thing ${(at * 7) % 37}`);
  }
  const left = Array.from({ length: 37 }, (_, at) => shelf.find(`thing ${at}`)).filter((thing) => thing !== undefined);
  expect(left.length).toBeGreaterThan(2);
  expect(left.reduce((sum, thing) => sum + 1 + (thing % 5), 0)).toBeLessThanOrEqual(20);
});

it("counts what has been replaced once, and keeps nothing that is larger than half of it", () => {
  const shelf = openShelf<string>(20);
  for (let round = 0; round < 5; round += 1) shelf.keep("a", `the ${round}th`, 6);
  shelf.keep("b", "beside it", 4);
  expect([shelf.find("a"), shelf.find("b")]).toEqual(["the 4th", "beside it"]);
  shelf.keep("a", "too large", 11);
  expect([shelf.find("a"), shelf.find("b")]).toEqual([undefined, "beside it"]);
});
