import type { Instance } from "../../../../app/domain/pairing/instance";

/** Numbers from 0 to below 1, always the same for the same seed (Marsaglia's xorshift, 32 bits). */
export function seeded(seed: number): () => number {
  let state = Math.imul(seed + 1, 0x9e3779b1) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Builds an instance from each newcomer's possible mentors and their fits. */
export function instanceOf(
  seats: readonly number[],
  wishes: readonly (readonly (readonly [number, number])[])[],
): Instance {
  const rows = new Int32Array(wishes.length + 1);
  for (const [newcomer, wish] of wishes.entries()) rows[newcomer + 1] = (rows[newcomer] ?? 0) + wish.length;
  const all = wishes.flat();
  return {
    newcomers: wishes.length,
    mentors: seats.length,
    rows,
    possible: Int32Array.from(all, ([mentor]) => mentor),
    fits: Uint8Array.from(all, ([, fit]) => fit),
    seats: Int32Array.from(seats),
  };
}

/**
 * A made-up sprint of any size: people speak some of a few languages, are free at some of many hours and care for some
 * skills, a few of which are what everybody wants; a pair is possible when the two share a language and two hours.
 */
export function madeUpSprint(newcomers: number, mentors: number, seed: number, seatsMost = 5): Instance {
  const random = seeded(seed);
  const pick = (from: number, times: number, skew: number) => {
    let bits = 0;
    for (let time = 0; time < times; time++) bits |= 1 << Math.floor(random() ** skew * from);
    return bits;
  };
  const person = (skills: number) => ({
    languages: pick(6, 1 + Math.floor(random() * 2), 2),
    hours: [pick(28, 5, 1), pick(28, 5, 1)] as const,
    skills: pick(20, 1 + Math.floor(random() * skills), 1.5),
    clock: Math.floor(random() * 24),
  });
  const offered = Array.from({ length: mentors }, () => person(6));
  const seats = offered.map(() => 1 + Math.floor(random() * seatsMost));
  const rows = new Int32Array(newcomers + 1);
  const possible: number[] = [];
  const fits: number[] = [];
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const { languages, hours, skills, clock } = person(4);
    const wanted = countBits(skills);
    for (const [number, mentor] of offered.entries()) {
      if ((languages & mentor.languages) === 0) continue;
      if (countBits(hours[0] & mentor.hours[0]) + countBits(hours[1] & mentor.hours[1]) < 2) continue;
      const apart = Math.min(Math.abs(clock - mentor.clock), 24 - Math.abs(clock - mentor.clock));
      possible.push(number);
      fits.push(Math.round((70 * countBits(skills & mentor.skills)) / wanted + (30 * (12 - apart)) / 12));
    }
    rows[newcomer + 1] = possible.length;
  }
  return {
    newcomers,
    mentors,
    rows,
    possible: Int32Array.from(possible),
    fits: Uint8Array.from(fits),
    seats: Int32Array.from(seats),
  };
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The instance with its people in another order: newcomer n becomes `newcomerAt[n]`, mentor m `mentorAt[m]`. */
export function reordered(instance: Instance, newcomerAt: readonly number[], mentorAt: readonly number[]): Instance {
  const wishes: [number, number][][] = Array.from({ length: instance.newcomers }, () => []);
  for (let newcomer = 0; newcomer < instance.newcomers; newcomer++) {
    for (let at = instance.rows[newcomer] ?? 0; at < (instance.rows[newcomer + 1] ?? 0); at++) {
      wishes[newcomerAt[newcomer] ?? 0]?.push([mentorAt[instance.possible[at] ?? 0] ?? 0, instance.fits[at] ?? 0]);
    }
  }
  const seats: number[] = [];
  for (const [mentor, count] of instance.seats.entries()) seats[mentorAt[mentor] ?? 0] = count;
  return instanceOf(seats, wishes);
}
