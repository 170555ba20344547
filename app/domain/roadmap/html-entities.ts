const entities: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  rarr: "→",
  larr: "←",
  copy: "©",
  laquo: "«",
  raquo: "»",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  middot: "·",
  bull: "•",
  times: "×",
  check: "✓",
  eacute: "é",
  egrave: "è",
  agrave: "à",
  ccedil: "ç",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  szlig: "ß",
  ntilde: "ñ",
};

/** The text of "&amp;" or "&#65;", matched as [whole, decimal, hexadecimal, name]; undefined for a name not known here. */
export function readEntity(entity: RegExpExecArray): string | undefined {
  const name = entity[3];
  if (name !== undefined) return entities[name] ?? entities[name.toLowerCase()];
  const code = entity[1] !== undefined ? Number(entity[1]) : Number.parseInt(entity[2] ?? "0", 16);
  const readable = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return readable ? String.fromCodePoint(code) : "\ufffd";
}
