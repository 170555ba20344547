/**
 * The text in a file's bytes, or null when it is not text: a zip, a picture, an encoding without a mark that says which.
 * UTF-8 needs no mark; UTF-16 (what Windows calls Unicode) does. The mark itself is not part of the text.
 */
export function readText(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return isBinary(text) ? null : text;
  } catch {
    return null;
  }
}

/** Control characters that no editor writes into a text: UTF-16 read as UTF-8 is full of the first of them. */
const isBinary = (text: string) => /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
