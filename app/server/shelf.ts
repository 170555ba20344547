export type Shelf<Thing> = {
  find(key: string): Thing | undefined;
  /** Puts a thing of this size there, in place of what had its key. What was not asked for lately makes room. */
  keep(key: string, thing: Thing, size: number): void;
};

type Half<Thing> = Map<string, { thing: Thing; size: number }>;

/**
 * Room for things of a size, `most` in all, in two halves. What is put there or asked for is in the newer one; once that is full
 * it is the older one, and what was not asked for since the last time goes. What is larger than a half is not kept. To know of
 * each thing when it was asked for last would cost more than to find it: a page may ask for hundreds.
 */
export function openShelf<Thing>(most: number): Shelf<Thing> {
  let newer: Half<Thing> = new Map();
  let older: Half<Thing> = new Map();
  let taken = 0;
  const put = (key: string, thing: Thing, size: number) => {
    if (taken + size > most / 2) {
      older = newer;
      newer = new Map();
      taken = 0;
    }
    newer.set(key, { thing, size });
    taken += size;
  };
  return {
    find(key) {
      const found = newer.get(key);
      if (found) return found.thing;
      const left = older.get(key);
      if (!left) return undefined;
      older.delete(key);
      put(key, left.thing, left.size);
      return left.thing;
    },
    keep(key, thing, size) {
      taken -= newer.get(key)?.size ?? 0;
      newer.delete(key);
      older.delete(key);
      if (size <= most / 2) put(key, thing, size);
    },
  };
}
