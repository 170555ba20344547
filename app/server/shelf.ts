export type Shelf<Thing> = {
  find(key: string): Thing | undefined;
  /** Puts a thing of this size there, in place of what had its key. What was not asked for longest makes room. */
  keep(key: string, thing: Thing, size: number): void;
};

/** Room for things of a size, `most` in all. What is larger than that is not kept. */
export function openShelf<Thing>(most: number): Shelf<Thing> {
  // A map goes through its keys in the order they were put in: the first is the one not asked for longest.
  const things = new Map<string, { thing: Thing; size: number }>();
  let taken = 0;
  const remove = (key: string) => {
    taken -= things.get(key)?.size ?? 0;
    things.delete(key);
  };
  return {
    find(key) {
      const found = things.get(key);
      if (!found) return undefined;
      things.delete(key);
      things.set(key, found);
      return found.thing;
    },
    keep(key, thing, size) {
      remove(key);
      if (size > most) return;
      things.set(key, { thing, size });
      taken += size;
      for (const [oldest] of things) {
        if (taken <= most) break;
        remove(oldest);
      }
    },
  };
}
