/**
 * Reasons as they are read: what speaks for a pair on one line and what speaks against it on another, each with its first
 * word once. "because 4 shared hours, docs and both chose “Type hints”".
 */
export function reasonLines(reasons: readonly string[]): string[] {
  return ["because ", "despite "].flatMap((word) => {
    const said = reasons.filter((reason) => reason.startsWith(word)).map((reason) => reason.slice(word.length));
    return said.length === 0 ? [] : [word + said.join(", ")];
  });
}
