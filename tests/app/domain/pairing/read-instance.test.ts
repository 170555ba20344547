import { expect, it } from "vitest";
import { MalformedInstance, readInstance } from "../../../../app/domain/pairing/read-instance";

const sound = { V: 2, M: 1, cap: [1], ptr: [0, 1, 2], col: [0, 0], w: [5, 6] };

it("is read into rows of possible mentors, and what else stands there is left aside", () => {
  expect(readInstance({ ...sound, cap: [9_000_000_000], volunteers: [{}], format: "mentor-matching/1" })).toEqual({
    newcomers: 2,
    mentors: 1,
    rows: Int32Array.of(0, 1, 2),
    possible: Int32Array.of(0, 0),
    fits: Uint8Array.of(5, 6),
    // Two newcomers fill two seats at most.
    seats: Int32Array.of(2),
  });
});

it.each<[what: string, given: unknown, sentence: string]>([
  ["is no object", [], "An instance is a JSON object"],
  ["lacks its seats", { ...sound, cap: undefined }, "cap has to be a list of 1"],
  ["has a number of people that is none", { ...sound, V: "2" }, "V has to be a whole number"],
  ["has a fit above 100", { ...sound, w: [5, 101] }, "w[1] has to be a whole number from 0 to 100"],
  ["has half a seat", { ...sound, cap: [0.5] }, "cap[0] has to be a whole number"],
  ["names a mentor who is not there", { ...sound, col: [0, 1] }, "col[1] has to be a whole number from 0 to 0"],
  [
    "names a mentor of none",
    { V: 1, M: 0, cap: [], ptr: [0, 1], col: [0], w: [1] },
    "col[0] names a mentor, but M is 0",
  ],
  ["has rows that go back", { ...sound, ptr: [0, 3, 2] }, "ptr[2] is less than what stands before it"],
  ["has rows that begin late", { ...sound, ptr: [1, 1, 2] }, "ptr has to begin with 0"],
  ["has rows that end late", { ...sound, ptr: [0, 1, 3] }, "col has to be a list of 3"],
  ["names a mentor twice in a row", { ...sound, ptr: [0, 2, 2] }, "Newcomer 0 has mentor 0 twice"],
  ["is nothing", null, "An instance is a JSON object"],
  ["has more people than can be counted", { ...sound, M: 5_000_001 }, "M has to be a whole number from 0 to 5000000"],
  ["has a hole in it", { ...sound, w: [5, null] }, "w[1] has to be a whole number"],
])("an instance that %s is refused in one sentence", (_, given, sentence) => {
  expect(() => readInstance(given)).toThrow(MalformedInstance);
  expect(() => readInstance(given)).toThrow(sentence);
});
