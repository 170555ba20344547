const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The longest a grapheme may be on average, in UTF-16 units; more is a text piled up with marks to get around a limit. */
const unitsPerGrapheme = 20;

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

/**
 * Where the first `most` graphemes end. Goes by stretches, each begun where the last whole grapheme ended: the segmenter
 * takes time in proportion to all of its text for each step.
 */
function endOf(text: string, most: number): number {
  let at = 0;
  let count = 0;
  let stretch = 500;
  while (at < text.length) {
    const segments = [...segmenter.segment(text.slice(at, at + stretch))];
    const isLast = at + stretch >= text.length;
    const whole = isLast ? segments : segments.slice(0, -1);
    if (whole.length === 0) stretch *= 2;
    for (const { segment } of whole) {
      if (count === most) return at;
      count += 1;
      at += segment.length;
    }
  }
  return at;
}

const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text);
