import { titleDistance } from "./similar";
import { foldTitle } from "./titles";

type Titled = { title: string };

/** Which node of the file is which stored one. Each is taken once. */
export class Matches<File extends Titled, Stored extends Titled> {
  private readonly stored = new Map<File, Stored>();
  private readonly taken = new Set<Stored>();

  of(file: File): Stored | null {
    return this.stored.get(file) ?? null;
  }

  has(stored: Stored): boolean {
    return this.taken.has(stored);
  }

  pair(file: File, stored: Stored): void {
    if (this.stored.has(file) || this.taken.has(stored)) return;
    this.stored.set(file, stored);
    this.taken.add(stored);
  }

  /** Pairs what carries the same title and, where they are given, the same `place`; the first with the first. */
  byTitle(files: File[], stored: Stored[], filePlace = (_: File) => "", storedPlace = (_: Stored) => ""): void {
    const waiting = new Map<string, Stored[]>();
    for (const one of stored) {
      if (this.taken.has(one)) continue;
      const key = `${foldTitle(one.title)}\n${storedPlace(one)}`;
      const same = waiting.get(key);
      if (same) same.push(one);
      else waiting.set(key, [one]);
    }
    for (const same of waiting.values()) same.reverse();
    for (const file of files) {
      if (this.stored.has(file)) continue;
      const found = waiting.get(`${foldTitle(file.title)}\n${filePlace(file)}`)?.pop();
      if (found) this.pair(file, found);
    }
  }

  /** Pairs what is left over and differs by a slip of the pen, or by nothing but its title; the nearest first. */
  bySimilarity(files: File[], stored: Stored[], sameText = (_: File, __: Stored) => false): void {
    const openFiles = files.filter((file) => !this.stored.has(file)).slice(0, mostCompared);
    const openStored = stored.filter((one) => !this.taken.has(one)).slice(0, mostCompared);
    const pairs = openFiles.flatMap((file) =>
      openStored.flatMap((one) => {
        const distance = sameText(file, one) ? 0 : titleDistance(file.title, one.title);
        return distance === null ? [] : [{ file, one, distance }];
      }),
    );
    pairs.sort((a, b) => a.distance - b.distance);
    for (const { file, one } of pairs) this.pair(file, one);
  }
}

/** Comparing everything with everything is for a handful; a theme rewritten whole is a new theme. */
const mostCompared = 100;
