import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ReadyTask, type Starting, starterTasks } from "../../../../app/domain/pairing/starter-tasks";
import { seeded } from "./made-up";
import { runs } from "./runs";

const task = (id: number, themeId: number, sizeMinutes: number | null = null): ReadyTask => ({
  id,
  themeId,
  sizeMinutes,
});
const pair = (id: number, newcomerThemes: number[], mentorThemes: number[]): Starting => ({
  id,
  newcomerThemes,
  mentorThemes,
});

describe("a first task for each pair", () => {
  it("is in a theme both chose, and nobody else's", () => {
    const found = starterTasks(
      [pair(1, [7, 8], [8]), pair(2, [8], [8, 7]), pair(3, [7], [8])],
      [task(70, 7), task(80, 8)],
    );
    expect(found).toEqual([{ id: 2, taskId: 80, fit: 95 }]);
  });

  it("is rather small, and rather what stands first with both", () => {
    expect(starterTasks([pair(1, [7], [7])], [task(70, 7, 960), task(71, 7, 60)])[0]?.taskId).toBe(71);
    expect(starterTasks([pair(1, [7, 8], [7, 8])], [task(80, 8, 60), task(70, 7, 60)])[0]?.taskId).toBe(70);
  });

  it("there is none where there is none to have", () => {
    expect(starterTasks([], [task(70, 7)])).toEqual([]);
    expect(starterTasks([pair(1, [7], [7])], [])).toEqual([]);
  });

  it("is given to as many as can have one, and then the total fit is the best there is", () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = seeded(seed);
        const some = () => [1, 2, 3].filter(() => random() < 0.6);
        const pairs = Array.from({ length: 5 }, (_, at) => pair(at + 1, some(), some().reverse()));
        const tasks = Array.from({ length: 4 }, (_, at) =>
          task(at + 10, 1 + Math.floor(random() * 3), [60, 240, 960][at % 3]),
        );
        const found = starterTasks(pairs, tasks);
        expect(new Set(found.map(({ taskId }) => taskId)).size).toBe(found.length);
        expect({ count: found.length, fit: found.reduce((sum, { fit }) => sum + fit, 0) }).toEqual(best(pairs, tasks));
        expect(starterTasks([...pairs].reverse(), [...tasks].reverse())).toEqual(found);
      }),
      runs(150),
    );
  });
});

/** Every way to give tasks out, one by one. */
function best(pairs: readonly Starting[], tasks: readonly ReadyTask[]): { count: number; fit: number } {
  const [first, ...rest] = pairs;
  if (!first) return { count: 0, fit: 0 };
  return tasks
    .flatMap((one) => {
      const [alone] = starterTasks([first], [one]);
      if (!alone) return [];
      const others = best(
        rest,
        tasks.filter((other) => other !== one),
      );
      return [{ count: others.count + 1, fit: others.fit + alone.fit }];
    })
    .reduce(
      (most, one) => (one.count > most.count || (one.count === most.count && one.fit > most.fit) ? one : most),
      best(rest, tasks),
    );
}
