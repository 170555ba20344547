/** One source line. `indent` is in columns, a tab reaching the next multiple of four; `text` has no spaces around it. */
export type Line = {
  number: number;
  indent: number;
  text: string;
  /** The line ended in two spaces or more: Markdown's hard line break. */
  breaks: boolean;
};

/**
 * The text as everything else reads it: without byte-order mark, CRLF and CR as LF, letters composed, U+FFFD for lone
 * surrogates, and no control characters. What is kept of it is then already as `tidy` would keep it.
 */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, "")
    .normalize("NFC");

/** The lines of a text that `cleanText` has cleaned. */
export const splitLines = (clean: string): Line[] =>
  clean.split("\n").map((line, index) => {
    const text = line.trim();
    return {
      number: index + 1,
      indent: text === "" ? 0 : columns(line),
      text,
      breaks: /\S {2,}$/.test(line.slice(-40)),
    };
  });

function columns(line: string): number {
  let column = 0;
  for (const sign of line) {
    if (sign === "\t") column += 4 - (column % 4);
    else if (sign.trim() === "") column += 1;
    else break;
  }
  return column;
}

/** A line as it was written, less the indent of what it stands in. */
export const written = (line: Line, base: number): string =>
  line.text === "" ? "" : " ".repeat(Math.max(0, line.indent - base)) + line.text + (line.breaks ? "  " : "");
