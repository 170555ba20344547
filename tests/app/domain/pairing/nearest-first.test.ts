import fc from "fast-check";
import { expect, it } from "vitest";
import { NearestFirst } from "../../../../app/domain/pairing/nearest-first";

it("people come out nearest first, also when they have come nearer meanwhile", () => {
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 0, max: 50 })), { maxLength: 80 });
  fc.assert(
    fc.property(steps, (brought) => {
      const heap = new NearestFirst(20);
      const nearest = new Map<number, number>();
      for (const [person, distance] of brought) {
        if (distance >= (heap.distances[person] ?? 0)) continue;
        heap.bring(person, distance);
        nearest.set(person, distance);
      }
      const out: number[] = [];
      expect(heap.size).toBe(nearest.size);
      while (heap.size > 0) {
        const person = heap.nearest();
        expect(heap.takeNearest()).toBe(person);
        out.push(nearest.get(person) ?? -1);
        nearest.delete(person);
      }
      expect(out).toEqual([...out].sort((a, b) => a - b));
      expect(nearest.size).toBe(0);
    }),
  );
});

it("emptied, it has forgotten who was in it", () => {
  const heap = new NearestFirst(3);
  for (const person of [0, 1, 2]) heap.bring(person, 10 - person);
  heap.forget(heap.takeNearest());
  heap.empty();
  expect(heap.size).toBe(0);
  expect([...heap.distances]).toEqual([NearestFirst.far, NearestFirst.far, NearestFirst.far]);
  heap.bring(1, 4);
  expect(heap.nearest()).toBe(1);
});
