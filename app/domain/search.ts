import { limits } from "./limits";
import { graphemes, tidyLine } from "./text";

type Search = { ok: true; words: string[] } | { ok: false; because: string };

const mostWords = 10;

/**
 * The words somebody looks for, each once, at most ten; none for a search that says nothing. More than
 * `limits.searchCharacters` is refused with a sentence.
 */
export function readSearch(asked: string): Search {
  const text = tidyLine(asked);
  const length = text.length > limits.searchCharacters * 20 ? text.length : graphemes(text);
  if (length > limits.searchCharacters) {
    return {
      ok: false,
      because: `Look for ${limits.searchCharacters} characters or fewer (you have ${length.toLocaleString("en")}). A few words find more.`,
    };
  }
  const words = text.split(" ").filter((word) => word !== "");
  return { ok: true, words: [...new Set(words)].slice(0, mostWords) };
}
