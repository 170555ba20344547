/**
 * Words as they are compared, never as they are shown: compatibility forms, case, accents and typographic apostrophes
 * are folded ("Überprüfung" and "uberprufung" are one). Marks that are letters in their script (Hindi vowels) stay.
 */
export function foldWords(text: string): string {
  const folded = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .normalize("NFC");
  return folded
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}
