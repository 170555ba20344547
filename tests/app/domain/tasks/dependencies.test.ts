import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cyclePieces, findCycle, sayCycle, type Wait } from "../../../../app/domain/tasks/dependencies";

const waits = (...pairs: [number, number][]): Wait[] => pairs.map(([task, waitsFor]) => ({ task, waitsFor }));

describe("tasks that wait for one another", () => {
  it("two that wait for each other are a circle, named from the one that was asked about", () => {
    const cycle = findCycle(waits([12, 15], [15, 12]), 12);
    expect(cycle).toEqual([12, 15, 12]);
    expect(sayCycle(cycle ?? [])).toBe("Task 15 waits for 12, and 12 would wait for 15.");
  });

  it("a longer circle is named task by task, the wait that would close it last", () => {
    expect(sayCycle(findCycle(waits([4, 7], [7, 9], [9, 4]), 9) ?? [])).toBe(
      "Task 4 waits for 7, 7 for 9, and 9 would wait for 4.",
    );
    expect(sayCycle([5, 1, 2, 3, 5])).toBe("Task 1 waits for 2, 2 for 3, 3 for 5, and 5 would wait for 1.");
  });

  it("tasks are called by their titles where they have no number yet", () => {
    expect(sayCycle([1, 2, 1], (number) => `“${number === 1 ? "Survey" : "Write"}”`)).toBe(
      "“Write” waits for “Survey”, and “Survey” would wait for “Write”.",
    );
  });

  it("a circle comes in pieces, so that each number can be a link", () => {
    expect(cyclePieces([6, 3, 6])).toEqual(["Task ", 3, " waits for ", 6, ", and ", 6, " would wait for ", 3, "."]);
  });

  it("the shortest circle is named where there are several", () => {
    expect(findCycle(waits([1, 2], [2, 3], [3, 1], [1, 4], [4, 1]), 1)).toEqual([1, 4, 1]);
  });

  it("a task that waits for itself is the smallest circle", () => {
    expect(findCycle(waits([7, 7]), 7)).toEqual([7, 7]);
    expect(sayCycle([7, 7])).toBe("Task 7 would wait for itself.");
  });

  it("two ways to one task are no circle, and neither is a circle further down", () => {
    expect(findCycle(waits([1, 2], [1, 3], [2, 4], [3, 4]), 1)).toBeNull();
    expect(findCycle(waits([1, 2], [2, 3], [3, 2]), 1)).toBeNull();
  });

  it("what is only waited for by lower numbers never goes round, and a circle that is found is made of real waits", () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 40 }), (pairs) => {
        const upwards = pairs.filter(([task, other]) => task < other);
        expect(findCycle(waits(...upwards), 1)).toBeNull();
        const cycle = findCycle(waits(...pairs), 1);
        for (const [index, task] of (cycle ?? []).slice(0, -1).entries()) {
          expect(pairs).toContainEqual([task, cycle?.[index + 1]]);
        }
        expect([cycle?.[0], cycle?.at(-1)]).toEqual(cycle ? [1, 1] : [undefined, undefined]);
      }),
    );
  });
});
