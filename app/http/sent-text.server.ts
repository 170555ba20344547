import { createHash } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { limits } from "../domain/limits";
import { tidy } from "../domain/text";
import { type FormFault, parseForm } from "./parse-form.server";
import { readText } from "./text-file.server";

/** What a form that takes a text or a file asks for: the field of the text, and its words. */
export type TextAsked = {
  field: string;
  /** When there is neither text nor file. */
  nothing: string;
  /** When it is longer than `limits.outlineCharacters`; both figures written out. */
  tooLong: (most: string, length: string) => string;
};

/**
 * A text that was pasted or sent as a file. `text` (its line ends LF) is there in any case, to be shown again; `keep` is the
 * same as a form, for somebody who has to sign in first. `seen`: it is the text whose preview they looked at, or they looked
 * at none.
 */
export type SentText = { text: string; keep: FormData; seen: boolean; fault: Pick<FormFault, "errors"> | null };

/** Reads a text or a file from a form; refuses nothing, both at once, what is no text, and too much. */
export async function readSentText(
  context: Pick<AppLoadContext, "refused">,
  form: FormData,
  asked: TextAsked,
): Promise<SentText> {
  const schema = z.object({ [asked.field]: z.string().default(""), previewed: z.string().default("") });
  const parsed = await parseForm(context, form, schema);
  const typed: Record<string, string> = parsed.ok ? parsed.values : parsed.typed;
  const pasted = typed[asked.field] ?? "";
  const previewed = typed.previewed ?? "";
  const file = await readFile(form.get("file"));
  const text = (tidy(pasted) === "" ? (file?.text ?? "") : pasted).replace(/\r\n?/g, "\n");
  const keep = new FormData();
  keep.set(asked.field, text);
  const message = parsed.ok ? faultIn(text, file, tidy(pasted) !== "", asked) : null;
  return {
    text,
    keep,
    seen: previewed === "" || previewed === previewMark(text),
    fault: parsed.ok ? (message ? { errors: [message] } : null) : parsed,
  };
}

/** Says which text a preview was of, so that nothing comes in that nobody has looked at. */
export const previewMark = (text: string): string =>
  createHash("sha256").update(text.toWellFormed()).digest("base64url");

type Sent = { name: string; text: string | null };

async function readFile(sent: FormDataEntryValue | null): Promise<Sent | null> {
  if (sent === null || typeof sent === "string" || sent.size === 0) return null;
  return { name: sent.name, text: readText(new Uint8Array(await sent.arrayBuffer())) };
}

function faultIn(
  text: string,
  file: Sent | null,
  typed: boolean,
  asked: TextAsked,
): FormFault["errors"][number] | null {
  if (file && typed) {
    return {
      field: "file",
      message: "There is a text and a file. Empty the text to take the file, or send the text without it.",
    };
  }
  if (file && file.text === null) {
    return {
      field: "file",
      message: `“${file.name.slice(0, 80)}” is not a text file. Save it as plain text in UTF-8 and choose it again, or paste the text.`,
    };
  }
  if (tidy(text) === "") return { field: asked.field, message: asked.nothing };
  if (text.length > limits.outlineCharacters) {
    const [most = "", length = ""] = [limits.outlineCharacters, text.length].map((count) => count.toLocaleString("en"));
    return { field: asked.field, message: asked.tooLong(most, length) };
  }
  return null;
}
