import { settleTies } from "./canonical";
import { Chains } from "./chains";
import { type Instance, type Match, pairWorth } from "./instance";
import { away, Standing } from "./standing";
import { tightIn } from "./tight-pairs";

const waiting = -1;

/**
 * The best plan after something has changed, from the best plan before it: somebody left or came, a pair was fixed or
 * forbidden, fits, seats or costs are others. `before` is a plan of the same people under the same numbers, whatever else was
 * different; `worth` is the `pairWorth` its prices are in. Finds the very plan that `match` finds, however it was come by, and
 * costs as much as has to move.
 */
export function rematch(instance: Instance, before: Match, worth: number): Match {
  const standing = keepWhatHolds(instance, before, worth);
  fillFreeSeats(standing);
  for (let newcomer = 0; newcomer < instance.newcomers; newcomer++) {
    if (standing.mentorOf[newcomer] === away) letIn(standing, newcomer);
  }
  return settled(standing);
}

/** Makes one of all best plans the plan, as `settleTies` says. */
function settled({ instance, match }: Standing): Match {
  const { mentorOf, prices, gains } = match;
  settleTies({ instance, tight: tightIn(instance, match), seats: instance.seats, prices, gains, mentorOf });
  return match;
}

/** Seats everybody at the old prices where they still want to sit, and leaves all others away for now. */
function keepWhatHolds(instance: Instance, before: Match, worthBefore: number): Standing {
  const { newcomers, mentors, rows, possible, fits, seats } = instance;
  const worth = pairWorth(instance);
  const prices = new Float64Array(mentors);
  for (let mentor = 0; mentor < mentors; mentor++) {
    const price = before.prices[mentor] ?? 0;
    // A price is about nothing or about what a pair is worth, in whatever unit.
    prices[mentor] = Math.max(0, price + Math.round(price / worthBefore) * (worth - worthBefore));
  }
  const gains = new Float64Array(newcomers);
  const mentorOf = new Int32Array(newcomers).fill(away);
  for (let newcomer = 0; newcomer < newcomers; newcomer++) {
    const had = before.mentorOf[newcomer] ?? away;
    let best = 0;
    let kept = 0;
    for (let at = rows[newcomer] as number; at < (rows[newcomer + 1] as number); at++) {
      const mentor = possible[at] as number;
      const gain = worth + (fits[at] as number) - (prices[mentor] as number);
      if (gain > best) best = gain;
      if (mentor === had) kept = gain;
    }
    gains[newcomer] = best;
    if (kept === best && had >= 0 && (kept > 0 || isPossible(instance, newcomer, had))) mentorOf[newcomer] = had;
    else if (best === 0) mentorOf[newcomer] = waiting;
  }
  const standing = new Standing(instance, { mentorOf, prices, gains });
  for (let mentor = 0; mentor < mentors; mentor++) {
    while ((standing.held[mentor] as number) > (seats[mentor] as number) || (standing.slackOfFilled(mentor) ?? 0) < 0) {
      standing.put(standing.firstWith[mentor] as number, away);
    }
  }
  return standing;
}

function isPossible({ rows, possible }: Instance, newcomer: number, mentor: number): boolean {
  return possible.subarray(rows[newcomer], rows[newcomer + 1]).includes(mentor);
}

/** Fills free seats whose price says that somebody would like them, or lowers it. */
function fillFreeSeats(standing: Standing): void {
  for (let mentor = 0; mentor < standing.instance.mentors; mentor++) {
    while ((standing.slackOfFree(mentor) ?? 0) < 0) {
      const chains = new Chains(standing).toFreeSeat(mentor);
      const length = chains.distance(chains.outside) ?? 0;
      reprice(standing, chains, length, -1);
      for (let place = chains.outside; place !== mentor; place = chains.next[place] as number) {
        const mover = chains.mover[place] as number;
        if (mover >= 0) standing.put(mover, chains.next[place] as number);
      }
    }
  }
}

/** Lets somebody in who is away: to a seat, or to wait, wherever most good is done. */
function letIn(standing: Standing, newcomer: number): void {
  standing.gains[newcomer] = bestGain(standing, newcomer);
  const chains = new Chains(standing);
  const { end, waits, length } = chains.from(newcomer);
  reprice(standing, chains, length, 1);
  standing.gains[newcomer] = (standing.gains[newcomer] as number) - length;
  if (waits >= 0) standing.put(waits, waiting);
  for (let place = end; place >= 0; place = chains.next[place] as number) {
    standing.put(chains.mover[place] as number, place);
  }
}

function bestGain({ instance, prices, worth }: Standing, newcomer: number): number {
  const { rows, possible, fits } = instance;
  let best = 0;
  for (let at = rows[newcomer] as number; at < (rows[newcomer + 1] as number); at++) {
    best = Math.max(best, worth + (fits[at] as number) - (prices[possible[at] as number] as number));
  }
  return best;
}

/** Moves the prices of what was passed by how much nearer it was than the end, up or down, and the gains of those who sit there the other way. */
function reprice({ prices, gains, firstWith, nextWith }: Standing, chains: Chains, length: number, sign: 1 | -1): void {
  for (let at = 0; at < chains.passedCount; at++) {
    const place = chains.passed[at] as number;
    const nearer = length - (chains.distance(place) ?? length);
    if (nearer <= 0) continue;
    prices[place] = (prices[place] as number) + sign * nearer;
    for (let one = firstWith[place] as number; one >= 0; one = nextWith[one] as number) {
      gains[one] = (gains[one] as number) - sign * nearer;
    }
  }
}
