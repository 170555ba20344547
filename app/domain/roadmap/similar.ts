import { foldTitle } from "./titles";

/**
 * Whether one title could be the other with a slip of the pen put right: the numbers in them are the same, and few
 * letters differ (two from ten letters on, an eighth of a long title). Null when they are not, else how many differ,
 * with two letters changing places counted as one.
 */
export function titleDistance(one: string, other: string): number | null {
  const a = [...foldTitle(one)].slice(0, longest);
  const b = [...foldTitle(other)].slice(0, longest);
  const most = allowed(Math.min(a.length, b.length));
  if (Math.abs(a.length - b.length) > most || numbers(one) !== numbers(other)) return null;
  const distance = editDistance(a, b, most);
  return distance <= most ? distance : null;
}

/** Titles are shorter; a caller's mistake shall not cost a minute. */
const longest = 400;

const allowed = (length: number): number => (length < 5 ? 0 : length < 10 ? 1 : Math.max(2, Math.floor(length / 8)));

const numbers = (title: string): string => (title.match(/\p{N}+/gu) ?? []).join(" ");

/** Optimal string alignment, looking no further from the diagonal than `most`; above it the result is only "more". */
function editDistance(a: string[], b: string[], most: number): number {
  let beforeLast: number[] = [];
  let last = b.map((_, at) => at + 1);
  last.unshift(0);
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      if (Math.abs(i - j) > most) {
        row.push(most + 1);
        continue;
      }
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (beforeLast[j - 2] ?? best) + 1);
      row.push(best);
      least = Math.min(least, best);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
