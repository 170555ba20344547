import { expect, test } from "vitest";
import { movesOf, stepBetween } from "../../../../app/domain/plans/steps";

const names = new Map([
  [1, "Ana"],
  [2, "Bo"],
  [11, "Priya"],
  [12, "Omar"],
]);

test("a run is compared with the one before in the lines the table has, the reason of somebody who waits included", () => {
  const reasons = ["because the mentor knows docs", "because 4 shared hours", "despite no theme in common"];
  const pair = (newcomerId: number, mentorId: number) => ({ newcomerId, mentorId, seat: 1, fit: 60, reasons });
  const before = { draft: { pairs: [pair(1, 11), pair(2, 12)], waits: [] }, rules: [] };
  const because = "Nobody shares two hours with Bo.";
  const after = { draft: { pairs: [pair(1, 12)], waits: [{ newcomerId: 2, because }] }, rules: [] };
  expect(movesOf(stepBetween(before, after), names)).toEqual([
    {
      newcomer: "Ana",
      from: "Priya",
      to: "Omar",
      because: ["because the mentor knows docs, 4 shared hours", "despite no theme in common"],
    },
    { newcomer: "Bo", from: "Omar", to: null, because: [because] },
  ]);
});
