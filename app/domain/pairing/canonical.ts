import { type Instance, seatCost } from "./instance";
import type { TightPairs } from "./tight-pairs";

/** A best plan with its prices, and every pair that some best plan has. */
type Tied = {
  instance: Pick<Instance, "costs">;
  tight: TightPairs;
  seats: Int32Array;
  prices: Float64Array;
  gains: Float64Array;
  /** The mentor of each newcomer, −1 for whoever waits: rewritten. */
  mentorOf: Int32Array;
};

const waiting = -1;

/**
 * Makes one of all best plans the plan: newcomers, from the first on, take the lowest-numbered mentor that any best plan
 * still leaves them, and keep it (being paired comes before waiting). All best plans lie within the tight pairs, and
 * one turns into another along alternating cycles of them (Schrijver, *Combinatorial Optimization*, 2003, chapter 17).
 */
export function settleTies(tied: Tied): void {
  const ties = new Ties(tied);
  for (let newcomer = 0; newcomer < tied.mentorOf.length; newcomer++) ties.settle(newcomer);
}

/**
 * Mentors as places on a map, and one place more, outside, where those who wait and the seats left free belong
 * together: with two such places, chains that swap a waiting newcomer against a free seat would be lost. A step from
 * mentor to mentor is a newcomer who may move from the first to the second.
 */
class Ties {
  private readonly settled: Uint8Array;
  /** How many each mentor has, and how many seats are not yet held by somebody settled. */
  private readonly held: Int32Array;
  private readonly open: Int32Array;
  private readonly outside: number;
  /** Mentors one of whose seats may as well stay empty, and newcomers who may as well wait: only they can touch the outside. */
  private readonly spare: Int32Array;
  private readonly mayWait: Int32Array;

  /** The last map: the round in which a place was reached, who steps from it, and to where. */
  private round = 0;
  private readonly reached: Int32Array;
  private readonly mover: Int32Array;
  private readonly next: Int32Array;
  private readonly queue: Int32Array;

  constructor(private readonly tied: Tied) {
    const { mentorOf, seats, prices, gains } = tied;
    this.settled = new Uint8Array(mentorOf.length);
    this.held = new Int32Array(seats.length);
    for (const mentor of mentorOf) if (mentor !== waiting) this.held[mentor] = (this.held[mentor] as number) + 1;
    this.open = seats.slice();
    this.outside = seats.length;
    this.spare = Int32Array.from([...prices.keys()].filter((mentor) => this.paysForSome(mentor)));
    this.mayWait = whereZero(gains);
    this.reached = new Int32Array(seats.length + 1);
    this.mover = new Int32Array(seats.length + 1);
    this.next = new Int32Array(seats.length + 1);
    this.queue = new Int32Array(seats.length + 1);
  }

  settle(newcomer: number): void {
    const { mentorOf } = this.tied;
    const lowest = this.lowest(newcomer, () => true);
    if (lowest !== waiting && lowest !== mentorOf[newcomer]) {
      this.map(newcomer, lowest);
      const reachable = this.lowest(newcomer, (mentor) => this.reached[mentor] === this.round);
      if (reachable !== waiting && reachable !== mentorOf[newcomer]) this.move(newcomer, reachable);
    }
    this.settled[newcomer] = 1;
    const mentor = mentorOf[newcomer] as number;
    if (mentor !== waiting) this.open[mentor] = (this.open[mentor] as number) - 1;
  }

  /** The lowest-numbered tight mentor with a seat nobody settled holds, of those that `may`. */
  private lowest(newcomer: number, may: (mentor: number) => boolean): number {
    const { starts, others } = this.tied.tight.byNewcomer;
    for (let at = starts[newcomer] as number; at < (starts[newcomer + 1] as number); at++) {
      const mentor = others[at] as number;
      if ((this.open[mentor] as number) > 0 && may(mentor)) return mentor;
    }
    return waiting;
  }

  /**
   * Reaches, backwards from where the newcomer is, every place from which somebody could be moved on, step by step, to
   * fill what the newcomer leaves. Ends early once `enough` is reached.
   */
  private map(newcomer: number, enough: number): void {
    const { mentorOf, tight } = this.tied;
    const { starts, others } = tight.byMentor;
    this.round++;
    let last = 0;
    const reach = (place: number, mover: number, next: number) => {
      if (this.reached[place] === this.round) return;
      this.reached[place] = this.round;
      this.mover[place] = mover;
      this.next[place] = next;
      this.queue[last++] = place;
    };
    const start = mentorOf[newcomer] as number;
    reach(start === waiting ? this.outside : start, waiting, waiting);
    for (let first = 0; first < last && this.reached[enough] !== this.round; first++) {
      const place = this.queue[first] as number;
      if (place === this.outside) {
        this.mapFromOutside(newcomer, reach);
        continue;
      }
      // A mentor whose last seat is worth what it costs may keep the one free that the newcomer leaves.
      if (this.pays(place, (this.held[place] as number) - 1)) reach(this.outside, waiting, place);
      for (let at = starts[place] as number; at < (starts[place + 1] as number); at++) {
        const other = others[at] as number;
        if (this.settled[other] === 1 || other === newcomer) continue;
        const from = mentorOf[other] as number;
        reach(from === waiting ? this.outside : from, other, place);
      }
    }
  }

  /** To the outside leads a seat that is free, and a newcomer who may as well wait. */
  private mapFromOutside(newcomer: number, reach: (place: number, mover: number, next: number) => void): void {
    const { mentorOf, seats } = this.tied;
    for (const mentor of this.spare) {
      const held = this.held[mentor] as number;
      if (held < (seats[mentor] as number) && this.pays(mentor, held)) reach(mentor, waiting, this.outside);
    }
    for (const other of this.mayWait) {
      const mentor = mentorOf[other] as number;
      if (mentor === waiting || other === newcomer || this.settled[other] === 1) continue;
      reach(mentor, other, this.outside);
    }
  }

  /** Whether a mentor's seat, counted from 0, is worth just what it costs. */
  private pays(mentor: number, seat: number): boolean {
    return seat >= 0 && (this.tied.prices[mentor] as number) === seatCost(this.tied.instance, mentor, seat);
  }

  private paysForSome(mentor: number): boolean {
    const { instance, seats } = this.tied;
    const different = Math.min(seats[mentor] as number, (instance.costs?.steps.length ?? 0) + 1);
    for (let seat = 0; seat < different; seat++) if (this.pays(mentor, seat)) return true;
    return false;
  }

  /** Gives the newcomer a seat with `mentor`, and moves the others along the map to where the newcomer was. */
  private move(newcomer: number, mentor: number): void {
    for (let place = mentor; place !== waiting; place = this.next[place] as number) {
      const mover = this.mover[place] as number;
      const next = this.next[place] as number;
      if (mover !== waiting) this.seat(mover, next === this.outside ? waiting : next);
    }
    this.seat(newcomer, mentor);
  }

  private seat(newcomer: number, mentor: number): void {
    const { mentorOf } = this.tied;
    const left = mentorOf[newcomer] as number;
    if (left !== waiting) this.held[left] = (this.held[left] as number) - 1;
    if (mentor !== waiting) this.held[mentor] = (this.held[mentor] as number) + 1;
    mentorOf[newcomer] = mentor;
  }
}

function whereZero(numbers: Float64Array): Int32Array {
  return Int32Array.from([...numbers.keys()].filter((at) => numbers[at] === 0));
}
