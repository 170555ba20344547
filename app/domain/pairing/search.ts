import { firstAsking, firstPremiums } from "./first-prices";
import { type FitLists, missingIn, partnerBits, partnerIn, partnerMask } from "./fit-lists";
import { NearestFirst } from "./nearest-first";
import { Seating } from "./seating";

/** No place at all: the unit stays empty. */
const nowhere = -1;

/**
 * The search for the best plan: successive shortest paths, a unit at a time, over proposers only, along lists sorted by
 * fit, stopping early (Ahuja, Magnanti, Orlin, *Network Flows*, 1993, chapters 9 and 12).
 * Prices stand on both sides and never leave anybody wishing for somebody else: for each possible pair
 * asking[proposer] + premium[partner] ≥ fit, and equal for those who are together. `asking` is what a unit of the
 * proposer is worth, less `worth` (what a pair counts besides its fit), so that all stays in 32 bits; an empty unit
 * stands at −worth, and what it would cost to fill. `premium` is what a place with the partner is worth: not less than what
 * the last one taken costs, nor more than the next one.
 */
export class Search {
  readonly asking: Int32Array;
  readonly premium: Int32Array;
  readonly seating: Seating;

  private readonly heap: NearestFirst;
  /** How far each list is walked: before it everybody is full. It only moves down, because the full stay full. */
  private readonly walked: Int32Array;
  /** How the search came to a proposer: from whom, by which entry of their list, to displace which unit. */
  private readonly cameFrom: Int32Array;
  private readonly cameBy: Int32Array;
  private readonly displaced: Int32Array;
  private readonly passed: Int32Array;
  /** The best exit of the chain that is looked for: what it costs, whose unit comes out there, and by which entry it finds a place. */
  private best = 0;
  private exit = nowhere;
  private exitEntry = nowhere;
  /** How many units of each proposer are in a place. */
  private readonly filled: Int32Array;

  /**
   * `units` of each proposer and `places` of each partner: one side has one each. `unitCosts` and `placeCosts`: what each of
   * them costs once it is filled, of one person never falling; those of the other side are nothing.
   */
  constructor(
    private readonly lists: FitLists,
    private readonly worth: number,
    units: Int32Array,
    places: Int32Array,
    private readonly unitCosts: Int32Array,
    private readonly placeCosts: Int32Array,
  ) {
    this.seating = new Seating(units, places);
    this.filled = new Int32Array(units.length);
    this.premium = firstPremiums(places, this.seating.placeStarts, placeCosts);
    this.asking = firstAsking(lists, units.length, worth);
    this.walked = lists.starts.slice(0, units.length);
    this.heap = new NearestFirst(units.length);
    this.cameFrom = new Int32Array(units.length);
    this.cameBy = new Int32Array(units.length);
    this.displaced = new Int32Array(units.length);
    this.passed = new Int32Array(units.length);
  }

  /** Places every unit of every proposer, or finds that it is better left empty. */
  run(): void {
    const { unitStarts } = this.seating;
    for (let proposer = 0; proposer < this.asking.length; proposer++) {
      for (let unit = unitStarts[proposer] as number; unit < (unitStarts[proposer + 1] as number); unit++) {
        // A proposer with one empty unit has nothing to gain from another, which costs as much or more.
        if ((this.asking[proposer] as number) + this.worth <= (this.unitCosts[unit] as number)) break;
        this.place(unit);
      }
    }
  }

  /**
   * Places one more unit where it does most good. Dijkstra from its owner: the distance to a proposer is what it costs
   * to hand the new unit's part on until one of that proposer's units is out of its place, and an exit is where that
   * chain can end: in a free place, or with a unit left empty. Ends as soon as no proposer is nearer than the best exit.
   */
  private place(unit: number): void {
    const { heap, passed, asking, filled } = this;
    const owner = this.seating.ownerOf[unit] as number;
    filled[owner] = (filled[owner] as number) + 1;
    this.best = NearestFirst.far;
    let passedCount = 0;
    heap.bring(owner, 0);
    while (heap.size > 0) {
      const distance = heap.distances[heap.nearest()] as number;
      if (distance >= this.best) break;
      const proposer = heap.takeNearest();
      passed[passedCount++] = proposer;
      const base = distance + (asking[proposer] as number);
      this.lookForExit(proposer, base);
      if (this.best <= distance) break;
      this.askPartners(proposer, base);
    }
    heap.empty();
    this.reprice(this.best, passedCount);
    this.handOn(unit, this.exit, this.exitEntry);
  }

  /** The chain can end here: where the best partner has a free place, or with one unit left empty. */
  private lookForExit(proposer: number, base: number): void {
    const { entries, starts, most } = this.lists;
    const open = this.findOpen(proposer);
    if (open < (starts[proposer + 1] as number)) {
      const entry = entries[open] as number;
      const free = this.seating.freeFrom[entry & partnerMask] as number;
      this.offerExit(proposer, entry, base - most + (entry >>> partnerBits) + (this.placeCosts[free] as number));
    }
    // The dearest of what is filled is the one to leave empty.
    const dearest = (this.seating.unitStarts[proposer] as number) + (this.filled[proposer] as number) - 1;
    this.offerExit(proposer, nowhere, base + this.worth - (this.unitCosts[dearest] as number));
  }

  private offerExit(proposer: number, entry: number, cost: number): void {
    if (cost >= this.best) return;
    this.best = cost;
    this.exit = proposer;
    this.exitEntry = entry;
  }

  /** Brings nearer whoever holds a place that a proposer would like, as far down their list as it can be worth it. */
  private askPartners(proposer: number, base: number): void {
    const { heap, premium, placeCosts } = this;
    const { entries, starts, most } = this.lists;
    const { placeStarts, freeFrom, unitIn, ownerOf } = this.seating;
    const { distances } = heap;
    const whole = base - most;
    const end = starts[proposer + 1] as number;
    for (let at = starts[proposer] as number; at < end; at++) {
      const entry = entries[at] as number;
      const cost = whole + (entry >>> partnerBits);
      if (cost >= this.best) break;
      const partner = entry & partnerMask;
      const reach = cost + (premium[partner] as number);
      if (reach >= this.best) continue;
      const free = freeFrom[partner] as number;
      if (free < (placeStarts[partner + 1] as number)) {
        this.offerExit(proposer, entry, cost + (placeCosts[free] as number));
      }
      for (let place = placeStarts[partner] as number; place < free; place++) {
        const there = unitIn[place] as number;
        const holder = ownerOf[there] as number;
        if (reach >= (distances[holder] as number)) continue;
        heap.bring(holder, reach);
        this.cameFrom[holder] = proposer;
        this.cameBy[holder] = entry;
        this.displaced[holder] = there;
      }
    }
  }

  private fitOf(entry: number): number {
    return this.lists.most - missingIn(entry);
  }

  /** The first entry of a proposer's list whose partner has a free place. */
  private findOpen(proposer: number): number {
    const { starts, entries } = this.lists;
    const { freeFrom, placeStarts } = this.seating;
    const end = starts[proposer + 1] as number;
    let at = this.walked[proposer] as number;
    for (; at < end; at++) {
      const partner = (entries[at] as number) & partnerMask;
      if (freeFrom[partner] !== placeStarts[partner + 1]) break;
    }
    this.walked[proposer] = at;
    return at;
  }

  /** Lowers what the passed proposers ask by what they were nearer than the exit; their partners' premiums rise as much. */
  private reprice(best: number, passedCount: number): void {
    const { heap, passed, asking, premium, seating } = this;
    const { unitStarts, placeOf, partnerOf, fitOf } = seating;
    for (let at = 0; at < passedCount; at++) {
      const proposer = passed[at] as number;
      const asks = (asking[proposer] as number) - (best - (heap.distances[proposer] as number));
      asking[proposer] = asks;
      heap.forget(proposer);
      for (let unit = unitStarts[proposer] as number; unit < (unitStarts[proposer + 1] as number); unit++) {
        const place = placeOf[unit] as number;
        if (place >= 0) premium[partnerOf[place] as number] = (fitOf[unit] as number) - asks;
      }
    }
  }

  /** Moves the units along the path that was found, from its exit back to the new unit. */
  private handOn(unit: number, exit: number, exitEntry: number): void {
    const { seating, cameFrom, cameBy, displaced, asking, premium } = this;
    const { ownerOf, placeOf, partnerOf } = seating;
    const owner = ownerOf[unit] as number;
    let place = exitEntry === nowhere ? nowhere : seating.takePlace(partnerIn(exitEntry));
    if (exitEntry === nowhere) this.filled[exit] = (this.filled[exit] as number) - 1;
    let entry = exitEntry;
    for (let proposer = exit; ; proposer = cameFrom[proposer] as number) {
      const moving = proposer === owner ? unit : (displaced[proposer] as number);
      const left = placeOf[moving] as number;
      seating.put(moving, place, place === nowhere ? 0 : this.fitOf(entry));
      if (place !== nowhere) premium[partnerOf[place] as number] = this.fitOf(entry) - (asking[proposer] as number);
      if (proposer === owner) return;
      place = left;
      entry = cameBy[proposer] as number;
    }
  }
}
