const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * Where each grapheme of a text ends, in UTF-16 units. Goes by stretches, each begun where the last whole grapheme ended,
 * because the segmenter takes time in proportion to all of its text for each step.
 */
export function* graphemeEnds(text: string): Generator<number> {
  let at = 0;
  let stretch = 500;
  while (at < text.length) {
    const isLast = at + stretch >= text.length;
    // Half a character at the end would look like a grapheme of its own.
    const part = isLast ? text.slice(at) : text.slice(at, at + stretch).replace(/[\ud800-\udbff]$/, "");
    const segments = [...segmenter.segment(part)];
    const whole = isLast ? segments : segments.slice(0, -1);
    if (whole.length === 0) stretch *= 2;
    for (const { segment } of whole) {
      at += segment.length;
      yield at;
    }
  }
}

/** The longest a grapheme may be on average, in UTF-16 units; more is a text piled up with marks to get around a limit. */
export const unitsPerGrapheme = 20;

/** How long a text is to a reader: a family emoji counts as one. */
export function graphemes(text: string): number {
  // ASCII needs no segmenter, but for a line end of Windows, which is one.
  if (/^[\x00-\x0c\x0e-\x7f]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of graphemeEnds(text)) count += 1;
  return count;
}

/**
 * Typed text as it is kept: CRLF is LF, control characters and lone surrogates are gone (a database takes neither),
 * letters are composed (NFC), no space at the ends. Text of invisible characters alone is empty.
 */
export function tidy(text: string): string {
  const plain = text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "")
    .normalize("NFC");
  return /[^\s\p{Cf}\p{Mn}\u115f\u1160\u2800\u3164\uffa0]/u.test(plain) ? plain.trim() : "";
}

/** A name or title: one line, without the marks that turn the reading direction of what stands around it. */
export const tidyLine = (text: string): string =>
  tidy(text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")).replace(/\s+/g, " ");
