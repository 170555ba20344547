const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The longest a grapheme may be on average, in UTF-16 units; more is a text piled up with marks to get around a limit. */
const unitsPerGrapheme = 20;

/** Whether a text holds at most `most` graphemes. Counts no further than it must: a text of few units cannot be long. */
export function fits(text: string, most: number): boolean {
  if (text.length <= most) return true;
  if (text.length > most * unitsPerGrapheme) return false;
  let count = 0;
  for (const _ of segmenter.segment(text)) if (++count > most) return false;
  return true;
}

/** The first `most` graphemes of a text, or fewer when they are piled up with marks. */
export function firstGraphemes(text: string, most: number): string {
  const bounded = text.slice(0, most * unitsPerGrapheme);
  let count = 0;
  for (const { index } of segmenter.segment(bounded)) if (++count > most) return bounded.slice(0, index);
  return bounded.replace(/[\ud800-\udbff]$/, "");
}
