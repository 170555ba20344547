import { type Instance, type Match, pairWorth, seatCost } from "./instance";
import { transpose } from "./tight-pairs";

/** Where somebody is who has not come yet: neither with a mentor nor waiting. */
export const away = -2;
const waiting = -1;

/** For each mentor the newcomers who could be theirs, and how well they fit; as an instance has it the other way round. */
type Columns = { starts: Int32Array; others: Int32Array; fits: Uint8Array };

/**
 * A plan of an instance with its prices, while people change places in it. Between any two steps prices never leave anybody
 * wishing for somebody else: `slack` is never below 0, and 0 for whoever sits together.
 */
export class Standing {
  readonly worth: number;
  readonly mentorOf: Int32Array;
  readonly prices: Float64Array;
  readonly gains: Float64Array;
  /** How many newcomers each mentor has. */
  readonly held: Int32Array;
  /** Those who sit with a mentor, as a chain: the first of each mentor, and who comes after whom; −1 ends it. */
  readonly firstWith: Int32Array;
  readonly nextWith: Int32Array;
  private turned: Columns | undefined;

  constructor(
    readonly instance: Instance,
    { mentorOf, prices, gains }: Match,
  ) {
    this.worth = pairWorth(instance);
    this.mentorOf = new Int32Array(instance.newcomers).fill(away);
    this.prices = prices.slice();
    this.gains = gains.slice();
    this.held = new Int32Array(instance.mentors);
    this.firstWith = new Int32Array(instance.mentors).fill(-1);
    this.nextWith = new Int32Array(instance.newcomers).fill(-1);
    for (const [newcomer, mentor] of mentorOf.entries()) this.put(newcomer, mentor);
  }

  get match(): Match {
    return { mentorOf: this.mentorOf, prices: this.prices, gains: this.gains };
  }

  get columns(): Columns {
    this.turned ??= turn(this.instance);
    return this.turned;
  }

  /** What it would cost to pair a newcomer with a mentor whom they fit so well, by the prices. */
  slack(newcomer: number, mentor: number, fit: number): number {
    return (this.prices[mentor] as number) + (this.gains[newcomer] as number) - this.worth - fit;
  }

  /** What it would cost, by the prices, to fill one more seat of a mentor; null without one. */
  slackOfFree(mentor: number): number | null {
    const held = this.held[mentor] as number;
    if (held >= (this.instance.seats[mentor] as number)) return null;
    return seatCost(this.instance, mentor, held) - (this.prices[mentor] as number);
  }

  /** What it would cost, by the prices, to leave one of a mentor's filled seats empty; null without one. */
  slackOfFilled(mentor: number): number | null {
    const held = this.held[mentor] as number;
    return held === 0 ? null : (this.prices[mentor] as number) - seatCost(this.instance, mentor, held - 1);
  }

  /** Puts somebody with a mentor, −1 among those who wait, or `away`. */
  put(newcomer: number, mentor: number): void {
    const left = this.mentorOf[newcomer] as number;
    if (left >= 0) this.takeFrom(left, newcomer);
    this.mentorOf[newcomer] = mentor;
    if (mentor < 0) return;
    this.held[mentor] = (this.held[mentor] as number) + 1;
    this.nextWith[newcomer] = this.firstWith[mentor] as number;
    this.firstWith[mentor] = newcomer;
  }

  private takeFrom(mentor: number, newcomer: number): void {
    const { firstWith, nextWith, held } = this;
    held[mentor] = (held[mentor] as number) - 1;
    const after = nextWith[newcomer] as number;
    if (firstWith[mentor] === newcomer) {
      firstWith[mentor] = after;
      return;
    }
    let before = firstWith[mentor] as number;
    while (nextWith[before] !== newcomer) before = nextWith[before] as number;
    nextWith[before] = after;
  }

  isWaiting(newcomer: number): boolean {
    return this.mentorOf[newcomer] === waiting;
  }
}

function turn({ mentors, rows, possible, fits }: Instance): Columns {
  const { starts, others, from } = transpose({ starts: rows, others: possible }, mentors);
  const turned = new Uint8Array(from.length);
  for (let at = 0; at < from.length; at++) turned[at] = fits[from[at] as number] as number;
  return { starts, others, fits: turned };
}
