import { circlesAmong } from "./circles";
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
/** After so many vain looks for a better place, it is worth looking anew where there are any. */
const vainMost = 32;

/**
 * Makes one of all best plans the plan: newcomers, from the first on, take the lowest-numbered mentor that any best plan
 * still leaves them, and keep it (being paired comes before waiting). All best plans lie within the tight pairs, and
 * one turns into another along alternating cycles of them (Schrijver, *Combinatorial Optimization*, 2003, chapter 17).
 */
export function settleTies(tied: Tied): void {
  const ties = new Ties(tied);
  for (let newcomer = 0; newcomer < tied.mentorOf.length; newcomer++) {
    if (isInSome(tied.tight, newcomer)) ties.settle(newcomer);
  }
}

/** Whether any best plan has a pair with a newcomer; whoever is in none waits in all of them. */
const isInSome = ({ byNewcomer: { starts } }: TightPairs, newcomer: number): boolean =>
  (starts[newcomer] as number) < (starts[newcomer + 1] as number);

type Step = (from: number, mover: number) => void;

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
  private mayWait: Int32Array;
  /**
   * The circle of each place. Only along a circle can places be changed: doing so leaves circles as they are, and settling
   * somebody can only break them, so that they are safe to go by until they are found anew.
   */
  private circleOf: Int32Array;
  private vain = 0;

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
    this.mayWait = mentorOf.map((_, at) => at).filter((at) => gains[at] === 0 && isInSome(tied.tight, at));
    this.reached = new Int32Array(seats.length + 1);
    this.mover = new Int32Array(seats.length + 1);
    this.next = new Int32Array(seats.length + 1);
    this.queue = new Int32Array(seats.length + 1);
    this.circleOf = this.findCircles();
  }

  settle(newcomer: number): void {
    const { mentorOf } = this.tied;
    const lowest = this.lowest(newcomer, this.circleOf, this.circleOf[this.placeOf(newcomer)] as number);
    if (lowest !== waiting && lowest !== mentorOf[newcomer]) {
      this.map(newcomer, lowest);
      const reachable = this.lowest(newcomer, this.reached, this.round);
      if (reachable !== waiting && reachable !== mentorOf[newcomer]) this.move(newcomer, reachable);
      else this.vain++;
    }
    this.settled[newcomer] = 1;
    const mentor = mentorOf[newcomer] as number;
    if (mentor !== waiting) this.open[mentor] = (this.open[mentor] as number) - 1;
    if (this.vain < vainMost) return;
    this.vain = 0;
    this.circleOf = this.findCircles();
    const isOnCircle = (other: number) => this.circleOf[this.placeOf(other)] === this.circleOf[this.outside];
    this.mayWait = this.mayWait.filter((other) => this.settled[other] === 0 && isOnCircle(other));
  }

  private placeOf(newcomer: number): number {
    const mentor = this.tied.mentorOf[newcomer] as number;
    return mentor === waiting ? this.outside : mentor;
  }

  private findCircles = (): Int32Array => circlesAmong(this.outside + 1, (place, step) => this.stepsTo(place, step));

  /** The lowest-numbered tight mentor with a seat nobody settled holds, of those that have this mark. */
  private lowest(newcomer: number, marks: Int32Array, mark: number): number {
    const { starts, others } = this.tied.tight.byNewcomer;
    for (let at = starts[newcomer] as number; at < (starts[newcomer + 1] as number); at++) {
      const mentor = others[at] as number;
      if ((this.open[mentor] as number) > 0 && marks[mentor] === mark) return mentor;
    }
    return waiting;
  }

  /**
   * Reaches, backwards from where the newcomer is, every place from which somebody could be moved on, step by step, to
   * fill what the newcomer leaves. Ends early once `enough` is reached.
   */
  private map(newcomer: number, enough: number): void {
    const start = this.placeOf(newcomer);
    const circle = this.circleOf[start];
    this.round++;
    let last = 0;
    const reach = (place: number, mover: number, next: number) => {
      this.reached[place] = this.round;
      this.mover[place] = mover;
      this.next[place] = next;
      this.queue[last++] = place;
    };
    reach(start, waiting, waiting);
    for (let first = 0; first < last && this.reached[enough] !== this.round; first++) {
      const place = this.queue[first] as number;
      this.stepsTo(place, (from, mover) => {
        const isNew = mover !== newcomer && this.reached[from] !== this.round;
        if (isNew && this.circleOf[from] === circle) reach(from, mover, place);
      });
    }
  }

  /** Calls `step` with each place from which somebody not yet settled may move to this one; nobody, where a seat is left or filled. */
  private stepsTo(place: number, step: Step): void {
    if (place === this.outside) this.stepsToOutside(step);
    else this.stepsToMentor(place, step);
  }

  /** A mentor whose last seat is worth what it costs may also keep the one free that somebody leaves. */
  private stepsToMentor(place: number, step: Step): void {
    if (this.pays(place, (this.held[place] as number) - 1)) step(this.outside, waiting);
    const { starts, others } = this.tied.tight.byMentor;
    for (let at = starts[place] as number; at < (starts[place + 1] as number); at++) {
      const other = others[at] as number;
      if (this.settled[other] === 0) step(this.placeOf(other), other);
    }
  }

  /** To the outside leads a seat that is free, and a newcomer who may as well wait. */
  private stepsToOutside(step: Step): void {
    const { mentorOf, seats } = this.tied;
    for (const mentor of this.spare) {
      const held = this.held[mentor] as number;
      if (held < (seats[mentor] as number) && this.pays(mentor, held)) step(mentor, waiting);
    }
    for (const other of this.mayWait) {
      const mentor = mentorOf[other] as number;
      if (mentor !== waiting && this.settled[other] === 0) step(mentor, other);
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
