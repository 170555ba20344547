/**
 * Who holds whose place while the search goes on. The side that proposes has *units*: each newcomer is one, each of a
 * mentor's seats is one. The other side has *places*: a newcomer one, a mentor as many as seats. A unit takes a place,
 * may move from place to place, and can be left without; a place once taken stays taken.
 */
export class Seating {
  /** Where the units of each proposer begin, and, last, where they end. */
  readonly unitStarts: Int32Array;
  readonly ownerOf: Int32Array;
  /** The place a unit has taken, and how well the two fit; −1 when it has none. */
  readonly placeOf: Int32Array;
  readonly fitOf: Int32Array;

  /** Where the places of each partner begin, and, last, where they end. */
  readonly placeStarts: Int32Array;
  readonly partnerOf: Int32Array;
  /** The unit in each place; −1 when it is free. */
  readonly unitIn: Int32Array;
  /** The first free place of each partner; where the next partner's begin, when there is none. Places are taken from the first on. */
  readonly freeFrom: Int32Array;

  constructor(units: Int32Array, places: Int32Array) {
    [this.unitStarts, this.ownerOf] = numbered(units);
    [this.placeStarts, this.partnerOf] = numbered(places);
    this.placeOf = new Int32Array(this.ownerOf.length).fill(-1);
    this.fitOf = new Int32Array(this.ownerOf.length);
    this.unitIn = new Int32Array(this.partnerOf.length).fill(-1);
    this.freeFrom = this.placeStarts.slice(0, places.length);
  }

  /** Takes the next free place of a partner who is not full. */
  takePlace(partner: number): number {
    const place = this.freeFrom[partner] as number;
    this.freeFrom[partner] = place + 1;
    return place;
  }

  /** Lets a unit go where there is room for it; whoever was there must be put elsewhere. */
  put(unit: number, place: number, fit: number): void {
    this.placeOf[unit] = place;
    this.fitOf[unit] = fit;
    if (place >= 0) this.unitIn[place] = unit;
  }
}

/** Gives numbers to what each person has several of: where each person's begin, and whose each is. */
function numbered(counts: Int32Array): [starts: Int32Array, owners: Int32Array] {
  const starts = new Int32Array(counts.length + 1);
  for (let person = 0; person < counts.length; person++) {
    starts[person + 1] = (starts[person] as number) + (counts[person] as number);
  }
  const owners = new Int32Array(starts[counts.length] as number);
  for (let person = 0; person < counts.length; person++) {
    const end = starts[person + 1] as number;
    for (let at = starts[person] as number; at < end; at++) owners[at] = person;
  }
  return [starts, owners];
}
