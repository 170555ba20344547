/**
 * A binary heap of people 0 to n − 1 by their distance, nearest first; of equal distances rather the one that came last,
 * so that a search goes on where it is. Each is in it at most once, and can only come nearer.
 */
export class NearestFirst {
  /** The distance of everybody who is in the heap or was taken out of it; `far` for all others. */
  readonly distances: Int32Array;
  size = 0;
  private readonly heap: Int32Array;
  /** Where each stands in the heap; −1 outside. */
  private readonly standing: Int32Array;

  static readonly far = 0x7fffffff;

  constructor(people: number) {
    this.distances = new Int32Array(people).fill(NearestFirst.far);
    this.heap = new Int32Array(people);
    this.standing = new Int32Array(people).fill(-1);
  }

  /** The nearest, without taking it out. Ask `size` first. */
  nearest(): number {
    return this.heap[0] as number;
  }

  /** Puts somebody in, or brings them nearer. Not for somebody who was taken out since the last `forget`. */
  bring(person: number, distance: number): void {
    this.distances[person] = distance;
    const standing = this.standing[person] as number;
    this.rise(standing < 0 ? this.size++ : standing, person, distance);
  }

  /** Takes the nearest out; their distance stays until it is forgotten. Ask `size` first. */
  takeNearest(): number {
    const nearest = this.heap[0] as number;
    this.standing[nearest] = -1;
    this.size--;
    if (this.size > 0) this.sink(this.heap[this.size] as number);
    return nearest;
  }

  /** Empties the heap and forgets the distances of those still in it. */
  empty(): void {
    for (let at = 0; at < this.size; at++) {
      const person = this.heap[at] as number;
      this.standing[person] = -1;
      this.distances[person] = NearestFirst.far;
    }
    this.size = 0;
  }

  /** Forgets the distance of somebody who was taken out. */
  forget(person: number): void {
    this.distances[person] = NearestFirst.far;
  }

  private rise(from: number, person: number, distance: number): void {
    const { heap, standing, distances } = this;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above] as number;
      if ((distances[other] as number) < distance) break;
      heap[at] = other;
      standing[other] = at;
      at = above;
    }
    heap[at] = person;
    standing[person] = at;
  }

  private sink(person: number): void {
    const { heap, standing, distances, size } = this;
    const distance = distances[person] as number;
    let at = 0;
    for (let below = 1; below < size; below = 2 * at + 1) {
      const right = below + 1;
      if (right < size && (distances[heap[right] as number] as number) < (distances[heap[below] as number] as number)) {
        below = right;
      }
      const other = heap[below] as number;
      if ((distances[other] as number) >= distance) break;
      heap[at] = other;
      standing[other] = at;
      at = below;
    }
    heap[at] = person;
    standing[person] = at;
  }
}
