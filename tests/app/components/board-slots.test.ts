import { beforeEach, describe, expect, it } from "vitest";
import { openSlotFinder } from "../../../app/components/board-slots";

type Finder = ReturnType<typeof openSlotFinder>;
type Held = Parameters<Finder["collisionDetection"]>[0];
type Pressed = Parameters<Finder["coordinateGetter"]>;

/** Two lists of a board, one below the other: what stands in them, and how far down the page. */
const heights = { survey: 0, sketch: 100, paint: 200, hang: 300 };
type Id = keyof typeof heights;
const listOf = { survey: "first", sketch: "first", paint: "second", hang: "second" };

const containers = (ids: readonly Id[]) => {
  const all = ids.map((id) => ({
    id,
    disabled: false,
    node: { current: null },
    data: { current: { slot: { kind: "task", list: listOf[id], before: id } } },
  }));
  return Object.assign(all, { getEnabled: () => all, get: (id: string) => all.find((one) => one.id === id) });
};
const rects = (down: number) =>
  new Map(
    Object.entries(heights).map(([id, y]) => [id, { left: 0, right: 300, top: y + down, bottom: y + down + 80 }]),
  );

/** The survey, held where the table was when it was picked up; everything on the page stands `down` pixels lower by now. */
const held = (at: { y: number; down?: number; pointer?: { x: number; y: number }; ids?: readonly Id[] }): Held =>
  ({
    active: containers(["survey"])[0],
    collisionRect: { left: 0, top: at.y },
    droppableContainers: containers(at.ids ?? (Object.keys(heights) as Id[])),
    droppableRects: rects(at.down ?? 0),
    pointerCoordinates: at.pointer ?? null,
  }) as unknown as Held;

const overOf = (finder: Finder, ...at: Parameters<typeof held>) => finder.collisionDetection(held(...at))[0]?.id;

const press = (finder: Finder, code: string, over: Id): void => {
  const { active, droppableContainers, droppableRects } = held({ y: 0 });
  const context = { active, over: { id: over }, droppableContainers, droppableRects };
  const event = { code, preventDefault: () => undefined };
  finder.coordinateGetter(event as Pressed[0], { context } as unknown as Pressed[1]);
};

describe("what somebody holds is over", () => {
  let finder: Finder;
  beforeEach(() => {
    finder = openSlotFinder();
    finder.begin();
  });

  it("the nearest place, while no key has gone anywhere", () => {
    expect(overOf(finder, { y: 0 })).toBe("survey");
    expect(overOf(finder, { y: 190 })).toBe("paint");
  });

  it("the place that the last key went to, also when an answer has moved the page since", () => {
    press(finder, "ArrowRight", "survey");
    expect(overOf(finder, { y: 200 })).toBe("paint");
    expect(overOf(finder, { y: 200, down: 90 })).toBe("paint");
    press(finder, "ArrowDown", "paint");
    expect(overOf(finder, { y: 300, down: -250 })).toBe("hang");
  });

  it("the nearest place, once a colleague has taken away the one that a key went to", () => {
    press(finder, "ArrowRight", "survey");
    expect(overOf(finder, { y: 200, ids: ["survey", "sketch", "hang"] })).toBe("sketch");
  });

  it("what is under the mouse, whatever a key did before", () => {
    press(finder, "ArrowRight", "survey");
    expect(overOf(finder, { y: 200, pointer: { x: 20, y: 110 } })).toBe("sketch");
  });

  it("its own place, when something is picked up anew", () => {
    press(finder, "ArrowRight", "survey");
    finder.begin();
    expect(overOf(finder, { y: 0 })).toBe("survey");
  });
});
