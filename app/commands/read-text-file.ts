import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";

export type FileRead = { ok: true; text: string } | { ok: false; because: string };

/**
 * Reads a text file of at most `most` characters: UTF-8, or UTF-16 that says so in its first two bytes. Relative names
 * are taken from where the person stands, which npm hides from the working directory. Every refusal is a sentence.
 */
export async function readTextFile(name: string, most: number): Promise<FileRead> {
  const path = resolve(process.env.INIT_CWD ?? process.cwd(), name);
  try {
    const found = await stat(path);
    if (found.isDirectory()) return no(`${name} is a folder. Name the file in it.`);
    if (!found.isFile() && !found.isFIFO())
      return no(`${name} is not a file that can be read to its end. Name a text file.`);
    const bytes = await readBytes(path, most * bytesPerCharacter);
    return bytes === null ? tooBig(name, most) : decode(name, bytes, most);
  } catch (error) {
    return no(sentenceFor(name, error));
  }
}

const bytesPerCharacter = 4;

const no = (because: string): FileRead => ({ ok: false, because });

const tooBig = (name: string, most: number): FileRead =>
  no(
    `${name} is too big: at most ${most.toLocaleString("en")} characters can be read at once. Split it into several files.`,
  );

/** All bytes of a file, or null as soon as there are more than `most`. */
async function readBytes(path: string, most: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(name: string, bytes: Buffer, most: number): FileRead {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  const start = bytes.subarray(0, 5).toString("latin1");
  if (start.startsWith("PK\x03\x04")) {
    return no(`${name} is a zip archive, as office documents are. Save it as plain text or Markdown first.`);
  }
  if (start === "%PDF-") return no(`${name} is a PDF. Save its text as plain text or Markdown first.`);
  if (wide === null && bytes.includes(0)) return no(`${name} is not text. Name a text file, such as ROADMAP.md.`);
  let text: string;
  try {
    text = new TextDecoder(wide ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    return no(
      `${name} is not UTF-8 text${wide ? " and not whole UTF-16 either" : ""}. Save it as UTF-8 and try again.`,
    );
  }
  if (text.length > most) return tooBig(name, most);
  if (text.trim() === "") return no(`${name} is empty. Write a heading for each theme and a list of tasks under it.`);
  return { ok: true, text };
}

function sentenceFor(name: string, error: unknown): string {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOENT" || code === "ENOTDIR") return `There is no file ${name}. Check the name, and where you are.`;
  if (code === "EACCES" || code === "EPERM")
    return `${name} may not be read by you. Change its permissions, or copy it.`;
  return `${name} cannot be read (${error instanceof Error ? error.message : String(error)}).`;
}
