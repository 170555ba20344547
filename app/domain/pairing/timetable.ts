import type { Stretches } from "./stretches";

const nobody = -1;

/**
 * When some people are there, laid out so that the minutes somebody else shares with each of them are found at once: time is
 * cut wherever one of them comes or goes, and all pieces with the same people make one circle. Eight weeks of the same hours
 * are then no more work than one, and whoever is never there costs nothing.
 */
export class Timetable {
  /** Where the pieces begin; each ends where the next begins. */
  private readonly cuts: Int32Array;
  /** The circle of each piece; −1 where nobody is there. */
  private readonly circleOf: Int32Array;
  /** Who is in each circle. */
  private readonly circles: Int32Array[] = [];
  /** What somebody has of each circle while their minutes are counted, and which circles these are. */
  private readonly minutesOf: Int32Array;
  private readonly met: Int32Array;

  /** `people`: when each of them is there. */
  constructor(people: readonly Stretches[]) {
    this.cuts = Int32Array.from(new Set(people.flatMap((stretches) => [...stretches]))).sort();
    const there: number[][] = Array.from(this.cuts, () => []);
    for (const [person, stretches] of people.entries()) {
      for (let at = 0; at < stretches.length; at += 2) {
        let piece = this.pieceAt(stretches[at] as number);
        for (; (this.cuts[piece] as number) < (stretches[at + 1] as number); piece++) there[piece]?.push(person);
      }
    }
    const numbers = new Map<string, number>();
    this.circleOf = Int32Array.from(there, (members) => {
      if (members.length === 0) return nobody;
      const key = members.join();
      const number = numbers.get(key) ?? this.circles.push(Int32Array.from(members)) - 1;
      numbers.set(key, number);
      return number;
    });
    this.minutesOf = new Int32Array(this.circles.length);
    this.met = new Int32Array(this.circles.length);
  }

  /** Adds to `minutes`, person by person, what each of them shares with somebody who is there at these times. */
  addShared(times: Stretches, minutes: Int32Array): void {
    const { circles, minutesOf, met } = this;
    const metCount = this.meet(times);
    for (let at = 0; at < metCount; at++) {
      const circle = met[at] as number;
      const shared = minutesOf[circle] as number;
      minutesOf[circle] = 0;
      const people = circles[circle] as Int32Array;
      for (let one = 0; one < people.length; one++) {
        const person = people[one] as number;
        minutes[person] = (minutes[person] as number) + shared;
      }
    }
  }

  /** Notes which circles somebody meets, and for how long; answers how many. */
  private meet(times: Stretches): number {
    const { cuts, circleOf, minutesOf, met } = this;
    let metCount = 0;
    for (let at = 0; at < times.length; at += 2) {
      const from = times[at] as number;
      const until = times[at + 1] as number;
      for (let piece = Math.max(0, this.pieceAt(from)); piece + 1 < cuts.length; piece++) {
        const begins = cuts[piece] as number;
        if (begins >= until) break;
        const circle = circleOf[piece] as number;
        if (circle === nobody) continue;
        const shared = Math.min(until, cuts[piece + 1] as number) - Math.max(from, begins);
        if (shared <= 0) continue;
        if (minutesOf[circle] === 0) met[metCount++] = circle;
        minutesOf[circle] = (minutesOf[circle] as number) + shared;
      }
    }
    return metCount;
  }

  /** The last piece that begins no later than a minute; −1 before all of them. */
  private pieceAt(minute: number): number {
    let low = 0;
    let high = this.cuts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.cuts[middle] as number) <= minute) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
