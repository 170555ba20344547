import { bestFit, type Instance, peopleMost } from "./instance";

/** What was given is not an instance; the message is one sentence for whoever made it. */
export class MalformedInstance extends Error {}

/**
 * Reads an instance from parsed JSON: `V` newcomers, `M` mentors, the seats of each mentor (`cap`), and the possible
 * pairs in compressed rows (`ptr`, `col`, `w`: where each newcomer's row begins, its mentors, their fits 0 to 100).
 * What else stands there is left aside. Throws `MalformedInstance` on the first thing that cannot be meant.
 */
export function readInstance(value: unknown): Instance {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    refuse("An instance is a JSON object with V, M, cap, ptr, col and w");
  }
  const given = value as Record<string, unknown>;
  const newcomers = readCount(given, "V");
  const mentors = readCount(given, "M");
  const seats = readNumbers(given, "cap", mentors, Number.MAX_SAFE_INTEGER, "one number of seats for each mentor");
  const rows = readNumbers(given, "ptr", newcomers + 1, Number.MAX_SAFE_INTEGER, "the start of each row and the end");
  const pairs = rows[newcomers] ?? 0;
  const possible = readNumbers(given, "col", pairs, mentors - 1, "one mentor for each possible pair");
  const fits = readNumbers(given, "w", pairs, bestFit, "one fit for each possible pair");
  requireRows(rows, possible, mentors);
  return {
    newcomers,
    mentors,
    rows: Int32Array.from(rows),
    possible: Int32Array.from(possible),
    fits: Uint8Array.from(fits),
    // More seats than newcomers are as good as that many.
    seats: Int32Array.from(seats, (count) => Math.min(count, newcomers)),
  };
}

function refuse(sentence: string): never {
  throw new MalformedInstance(`${sentence}.`);
}

function readCount(given: Record<string, unknown>, name: "V" | "M"): number {
  const count = given[name];
  if (!Number.isInteger(count) || (count as number) < 0 || (count as number) > peopleMost) {
    refuse(`${name} has to be a whole number from 0 to ${peopleMost}`);
  }
  return count as number;
}

function readNumbers(
  given: Record<string, unknown>,
  name: "cap" | "ptr" | "col" | "w",
  length: number,
  most: number,
  what: string,
): readonly number[] {
  const list = given[name];
  if (!Array.isArray(list) || list.length !== length) {
    refuse(`${name} has to be a list of ${length} (${what})`);
  }
  if (most < 0 && length > 0) refuse(`${name}[0] names a mentor, but M is 0`);
  const numbers: readonly unknown[] = list;
  for (let at = 0; at < length; at++) {
    const number = numbers[at];
    if (!Number.isInteger(number) || (number as number) < 0 || (number as number) > most) {
      refuse(`${name}[${at}] has to be a whole number from 0 to ${most}`);
    }
  }
  return numbers as readonly number[];
}

function requireRows(rows: readonly number[], possible: readonly number[], mentors: number): void {
  if (rows[0] !== 0) refuse("ptr has to begin with 0");
  for (let row = 1; row < rows.length; row++) {
    if ((rows[row] as number) < (rows[row - 1] as number)) refuse(`ptr[${row}] is less than what stands before it`);
  }
  const lastSeen = new Int32Array(mentors).fill(-1);
  for (let newcomer = 0; newcomer + 1 < rows.length; newcomer++) {
    for (let at = rows[newcomer] as number; at < (rows[newcomer + 1] as number); at++) {
      const mentor = possible[at] as number;
      if (lastSeen[mentor] === newcomer) refuse(`Newcomer ${newcomer} has mentor ${mentor} twice`);
      lastSeen[mentor] = newcomer;
    }
  }
}
