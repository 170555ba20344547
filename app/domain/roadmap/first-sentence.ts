const most = 220;

/**
 * The first sentence of a Markdown text, without its marks, for a list: at most 220 characters, cut at a word. Empty
 * for an empty text.
 */
export function firstSentence(markdown: string): string {
  const paragraph = markdown.split(/\n\s*\n/, 1)[0] ?? "";
  const plain = paragraph
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`~#>]+/g, "")
    .replace(/\s+/g, " ")
    .trim();
  const sentence = /^.{20,}?[.!?…](?=\s|$)/u.exec(plain)?.[0] ?? plain;
  if (sentence.length <= most) return sentence;
  return `${sentence.slice(0, most).replace(/\s+\S*$/, "")}…`;
}
