/**
 * People who are alike in something: they get one number, so that what follows from it is worked out once for all of them.
 * `of`: the kind of each person; `firsts`: the place of the first of each kind; `sizes`: how many there are of it.
 */
export type Kinds = { of: Int32Array; firsts: readonly number[]; sizes: Int32Array };

/** Sorts people into kinds by what `key` says of them; kinds are numbered in the order in which they come up. */
export function kindsOf<Person>(people: readonly Person[], key: (person: Person) => unknown): Kinds {
  const numbers = new Map<unknown, number>();
  const firsts: number[] = [];
  const of = new Int32Array(people.length);
  for (let at = 0; at < people.length; at++) {
    const known = key(people[at] as Person);
    let number = numbers.get(known);
    if (number === undefined) {
      number = firsts.push(at) - 1;
      numbers.set(known, number);
    }
    of[at] = number;
  }
  const sizes = new Int32Array(firsts.length);
  for (const number of of) sizes[number] = (sizes[number] as number) + 1;
  return { of, firsts, sizes };
}
