const open = 0;
const storing = 1;
const shut = 2;

/**
 * Between a thread that would store its plan and the server that would stop it, one of the two comes first, and both know which:
 * a run that was stopped never stores, and one that stores is not said to have been stopped.
 */
export class StoringGate {
  private readonly state: Int32Array;

  /** `shared`: what both sides make their gate of; the server's side leaves it out, and hands on its own. */
  constructor(readonly shared: SharedArrayBuffer = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) {
    this.state = new Int32Array(shared);
  }

  /** The thread, before it stores: false when it was stopped. */
  enter(): boolean {
    return this.change(open, storing);
  }

  /** The thread, when it has to begin anew instead. */
  leave(): void {
    this.change(storing, open);
  }

  /** The server, to stop: false when the thread is storing. */
  shut(): boolean {
    return this.change(open, shut);
  }

  private change(from: number, to: number): boolean {
    return Atomics.compareExchange(this.state, 0, from, to) === from;
  }
}
