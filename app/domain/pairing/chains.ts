import { NearestFirst } from "./nearest-first";
import { away, type Standing } from "./standing";

const nobody = -1;

/**
 * Chains of people who hand places on. Places are the mentors and, last, one place outside, where those who wait and the
 * seats that stay free belong together: with two such places, chains from one to the other would be lost. A step is somebody
 * who moves from a place to the next, or, where nobody is named, a seat that is filled or left empty. Its length is what it
 * costs by the prices, so that the shortest chain is the cheapest way (Ahuja, Magnanti, Orlin, *Network Flows*, 1993, ch. 9).
 */
export class Chains {
  readonly outside: number;
  /** Who moves on from a place (or into it, in `from`), and where to (or from where). */
  readonly mover: Int32Array;
  readonly next: Int32Array;
  /** The places passed, nearest first. */
  readonly passed: Int32Array;
  passedCount = 0;
  private readonly heap: NearestFirst;

  constructor(private readonly standing: Standing) {
    this.outside = standing.instance.mentors;
    this.heap = new NearestFirst(this.outside + 1);
    this.mover = new Int32Array(this.outside + 1).fill(nobody);
    this.next = new Int32Array(this.outside + 1).fill(nobody);
    this.passed = new Int32Array(this.outside + 1);
  }

  /** How long the shortest chain is; null where there is none. */
  distance(place: number): number | null {
    const distance = this.heap.distances[place] as number;
    return distance === NearestFirst.far ? null : distance;
  }

  /** Shortest chains from every place to one: what it takes when one person too many has come to the first, and the last has room. */
  to(target: number): this {
    this.bring(target, 0, nobody, nobody);
    while (this.heap.size > 0) {
      const place = this.pass();
      if (place === this.outside) this.stepsToOutside(place);
      else this.stepsTo(place, this.standing.slackOfFilled(place));
    }
    return this;
  }

  /** The shortest chain from outside that ends with a mentor's free seat; leaving it empty is one too. Ends once it is found. */
  toFreeSeat(mentor: number): this {
    this.bring(mentor, 0, nobody, nobody);
    const free = this.standing.slackOfFree(mentor);
    while (this.heap.nearest() !== this.outside) {
      const place = this.pass();
      this.stepsTo(place, place === mentor ? free && -free : this.standing.slackOfFilled(place));
    }
    return this;
  }

  private stepsTo(place: number, leftEmpty: number | null): void {
    const { standing, outside } = this;
    const distance = this.heap.distances[place] as number;
    if (leftEmpty !== null) this.bring(outside, distance + leftEmpty, nobody, place);
    const { starts, others, fits } = standing.columns;
    for (let at = starts[place] as number; at < (starts[place + 1] as number); at++) {
      const other = others[at] as number;
      const from = standing.mentorOf[other] as number;
      if (from === place || from === away) continue;
      const length = standing.slack(other, place, fits[at] as number);
      this.bring(from < 0 ? outside : from, distance + length, other, place);
    }
  }

  private stepsToOutside(place: number): void {
    const { standing } = this;
    const distance = this.heap.distances[place] as number;
    for (let mentor = 0; mentor < this.outside; mentor++) {
      const free = standing.slackOfFree(mentor);
      if (free !== null) this.bring(mentor, distance + free, nobody, place);
      for (let one = standing.firstWith[mentor] as number; one >= 0; one = standing.nextWith[one] as number) {
        this.bring(mentor, distance + (standing.gains[one] as number), one, place);
      }
    }
  }

  /** Shortest chains from outside to every mentor: who could fill one more seat there, and what it would cost. */
  fromOutside(): this {
    const { standing, outside } = this;
    for (let mentor = 0; mentor < outside; mentor++) {
      // A seat that nobody ever asked for is worth nothing, whoever has none.
      this.bring(mentor, standing.slackOfFilled(mentor) ?? (standing.prices[mentor] as number), nobody, outside);
    }
    for (let newcomer = 0; newcomer < standing.mentorOf.length; newcomer++) {
      if (standing.isWaiting(newcomer)) this.stepsOf(newcomer, outside, 0);
    }
    while (this.heap.size > 0) this.stepsFrom(this.pass());
    return this;
  }

  /**
   * The cheapest way to let somebody in who is away: the place where the chain ends, what it costs, and who waits instead;
   * nobody where a free seat is filled. The chain ends at nobody's place when the newcomer waits themselves.
   */
  from(newcomer: number): { end: number; waits: number; length: number } {
    const { standing } = this;
    let best = { end: nobody, waits: newcomer, length: standing.gains[newcomer] as number };
    this.stepsOf(newcomer, nobody, 0);
    while (this.heap.size > 0 && (this.heap.distances[this.heap.nearest()] as number) < best.length) {
      const place = this.pass();
      const distance = this.heap.distances[place] as number;
      const free = standing.slackOfFree(place);
      if (free !== null && distance + free < best.length) best = { end: place, waits: nobody, length: distance + free };
      for (let one = standing.firstWith[place] as number; one >= 0; one = standing.nextWith[one] as number) {
        const length = distance + (standing.gains[one] as number);
        if (length < best.length) best = { end: place, waits: one, length };
      }
      this.stepsFrom(place);
    }
    return best;
  }

  private stepsFrom(place: number): void {
    const { standing } = this;
    const distance = this.heap.distances[place] as number;
    for (let one = standing.firstWith[place] as number; one >= 0; one = standing.nextWith[one] as number) {
      this.stepsOf(one, place, distance);
    }
  }

  private stepsOf(newcomer: number, place: number, distance: number): void {
    const { rows, possible, fits } = this.standing.instance;
    for (let at = rows[newcomer] as number; at < (rows[newcomer + 1] as number); at++) {
      const mentor = possible[at] as number;
      if (mentor === place) continue;
      this.bring(mentor, distance + this.standing.slack(newcomer, mentor, fits[at] as number), newcomer, place);
    }
  }

  private pass(): number {
    const place = this.heap.takeNearest();
    this.passed[this.passedCount++] = place;
    return place;
  }

  private bring(place: number, distance: number, mover: number, next: number): void {
    if (distance >= (this.heap.distances[place] as number)) return;
    this.heap.bring(place, distance);
    this.mover[place] = mover;
    this.next[place] = next;
  }
}
