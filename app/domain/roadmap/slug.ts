import { limits } from "../limits";

/** What a URL segment of a community or theme looks like. */
export const isSlug = (text: string): boolean =>
  text.length <= limits.slugCharacters && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);

/**
 * A URL segment people can read aloud, made from a title: `Modernise contrib.auth` → `modernise-contrib-auth`. Latin
 * letters lose their accents; a title without any Latin letter or digit gives `fallback`. A slug in `taken` gets the
 * first free number behind it.
 */
export function slugFor(title: string, taken: ReadonlySet<string>, fallback: string): string {
  const plain = title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/[æÆ]/g, "ae")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const words = plain.slice(0, limits.slugCharacters - 5).replace(/-+$/, "");
  const base = words === "" ? fallback : words;
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
