/**
 * Words as they are compared, never as they are shown: compatibility forms, case, accents and typographic apostrophes
 * are folded ("Überprüfung" and "uberprufung" are one). Marks that are letters in their script (Hindi vowels) stay.
 */
export function foldWords(text: string): string {
  if (folded.test(text)) return text;
  const plain = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .normalize("NFC");
  return plain
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

/** Most words are written as they are compared, and looking is much sooner done than folding. */
const folded = /^[a-z0-9+#.-]+$/;
