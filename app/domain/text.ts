const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });

/** How long a text is to a reader: a family emoji counts as one. */
export function graphemes(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is counted without the segmenter
  if (/^[\x00-\x7f]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
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
  tidy(text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "").replace(/\s+/g, " "));
