import { graphemeEnds, unitsPerGrapheme } from "../text";

/** Whether a text holds at most `most` graphemes. Counts no further than it must: a text of few units cannot be long. */
export function fits(text: string, most: number): boolean {
  if (text.length <= most) return true;
  if (text.length > most * unitsPerGrapheme || isAscii(text)) return false;
  return endOf(text, most) === text.length;
}

/** The first `most` graphemes of a text, or fewer when they are piled up with marks. */
export function firstGraphemes(text: string, most: number): string {
  const bounded = text.slice(0, most * unitsPerGrapheme).replace(/[\ud800-\udbff]$/, "");
  return bounded.slice(0, isAscii(bounded) ? most : endOf(bounded, most));
}

/** Where the first `most` graphemes end. */
function endOf(text: string, most: number): number {
  let count = 0;
  for (const end of graphemeEnds(text)) {
    count += 1;
    if (count === most) return end;
  }
  return text.length;
}

const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);
