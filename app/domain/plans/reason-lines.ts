/**
 * Reasons as they are read: what speaks for a pair on one line and what speaks against it on another, each with its first
 * word once: "because the mentor knows docs, both chose “Type hints”, 4 shared hours". Of each, the first `most`: what counts most comes first.
 */
export function reasonLines(reasons: readonly string[], most = 3): string[] {
  return ["because ", "despite "].flatMap((word) => {
    const all = reasons.filter((reason) => reason.startsWith(word)).map((reason) => reason.slice(word.length));
    const said = all.slice(0, most);
    return said.length === 0 ? [] : [word + said.join(", ")];
  });
}
