import { readHead } from "./outline-head";
import { readItemMark } from "./outline-marks";
import type { Piece } from "./outline-node";
import { plainText } from "./plain-text";
import { foldTitle } from "./titles";

const quoted =
  /"((?:[^"\\]|\\.)+)"|“([^”]+)”|„([^“”]+)[“”]|«\s*([^»]+?)\s*»|(?<![\p{L}\p{N}])'((?:[^'\\]|\\.)+)'(?![\p{L}\p{N}])/gu;
const nothing =
  /^(?:none|nothing|no one|nobody|n\/?a|-+|–|—|rien|aucune?|nichts|keine?|nada|ningun[oa]|niente|nessun[oa]|nenhum[a]?)\.?$/i;

/**
 * The titles that "needs:" names, in order, each once: what is quoted, or else what stands between semicolons and line
 * ends. Commas belong to titles; `splitKnown` splits at them where the parts are titles.
 */
export function readNeeds(pieces: Piece[]): string[] {
  const found = pieces.flatMap(({ text }) => {
    const line = readItemMark(text)?.text ?? text;
    const inQuotes = [...line.slice(0, 20_000).matchAll(quoted)].map(
      (one) => one.slice(1).find((group) => group !== undefined) ?? "",
    );
    const outside = line.slice(0, 20_000).replace(quoted, ";") + line.slice(20_000);
    const others = outside.split(/[;；]/).filter((part) => !/^[\s,.&]*(?:and|et|und|y|e)?[\s,.&]*$/i.test(part));
    return [...inQuotes, ...others];
  });
  const titles = found
    .map((need) => plainText(readHead(need.trim()).text).text)
    .filter((need) => need !== "" && !nothing.test(need));
  return [...new Set(titles)];
}

/** "A, B" that is no title while A and B are: two needs. */
export function splitKnown(needs: string[], titles: ReadonlySet<string>): string[] {
  return needs.flatMap((need) => {
    if (titles.has(foldTitle(need)) || need.length > 2000) return [need];
    const parts = need.split(/,\s+(?:and\s+)?|\s+and\s+/).map((part) => part.trim());
    return parts.length > 1 && parts.every((part) => titles.has(foldTitle(part))) ? parts : [need];
  });
}
