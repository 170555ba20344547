import fc from "fast-check";
import type { Instance } from "../../../../app/domain/pairing/instance";
import { instanceOf, seeded } from "./made-up";

/** A handful of people from a seed; fits from few values, so that many plans are equally good. Half of them with costs. */
export function handfulOf(seed: number, most = { newcomers: 6, mentors: 4 }): Instance {
  const random = seeded(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const values = [[50], [0, 1], [0, 100], [3, 4, 5, 9, 100]][whole(4)] ?? [50];
  const seats = Array.from({ length: whole(most.mentors + 1) }, () => whole(4));
  const density = random();
  const instance = instanceOf(
    seats,
    Array.from({ length: whole(most.newcomers + 1) }, () =>
      seats.flatMap((_, mentor): [number, number][] =>
        random() < density ? [[mentor, values[whole(values.length)] ?? 0]] : [],
      ),
    ),
  );
  if (random() < 0.5) return instance;
  const steps = [[0, 2, 5, 9], [0, 1], [3], [0, 0, 50, 100], []][whole(5)] ?? [];
  const before = Int32Array.from(seats, () => whole(3));
  const bonus = whole(2) * 30;
  // Everybody is worth keeping with one of their mentors.
  for (let newcomer = 0; newcomer < instance.newcomers; newcomer++) {
    const from = instance.rows[newcomer] ?? 0;
    const at = from + whole((instance.rows[newcomer + 1] ?? 0) - from);
    if (at < (instance.rows[newcomer + 1] ?? 0)) instance.fits[at] = (instance.fits[at] ?? 0) + bonus;
  }
  return { ...instance, costs: { steps, before }, bonus };
}

export const handful = fc.nat().map((seed) => handfulOf(seed));
