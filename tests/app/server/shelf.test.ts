import { expect, it } from "vitest";
import { openShelf } from "../../../app/server/shelf";

it("makes room by letting go what was not asked for longest", () => {
  const shelf = openShelf<string>(10);
  shelf.keep("a", "one", 4);
  shelf.keep("b", "two", 4);
  expect(shelf.find("a")).toBe("one");
  shelf.keep("c", "three", 4);
  expect([shelf.find("a"), shelf.find("b"), shelf.find("c")]).toEqual(["one", undefined, "three"]);
});

it("counts what has been replaced once, and keeps nothing that is larger than itself", () => {
  const shelf = openShelf<string>(10);
  for (let round = 0; round < 5; round += 1) shelf.keep("a", `the ${round}th`, 6);
  shelf.keep("b", "beside it", 4);
  expect([shelf.find("a"), shelf.find("b")]).toEqual(["the 4th", "beside it"]);
  shelf.keep("a", "too large", 11);
  expect([shelf.find("a"), shelf.find("b")]).toEqual([undefined, "beside it"]);
});
