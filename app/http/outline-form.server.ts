import { createHash } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { limits } from "../domain/limits";
import { tidy } from "../domain/text";
import { type FormFault, parseForm } from "./parse-form.server";
import { readText } from "./text-file.server";

/**
 * What an organizer sent to bring in. `text` (its line ends LF) is there in any case, to be shown again; `keep` is the same as a form, for
 * somebody who has to sign in first. `seen`: it is the text whose preview they looked at, or they looked at none.
 */
export type SentOutline = { text: string; keep: FormData; seen: boolean; fault: Pick<FormFault, "errors"> | null };

const schema = z.object({ outline: z.string().default(""), previewed: z.string().default("") });

/** Reads an outline from the text or the file of a form; refuses nothing, both at once, what is no text, and too much. */
export async function readOutlineForm(context: Pick<AppLoadContext, "refused">, form: FormData): Promise<SentOutline> {
  const parsed = await parseForm(context, form, schema);
  const typed = parsed.ok ? parsed.values : { outline: "", previewed: "", ...parsed.typed };
  const file = await readFile(form.get("file"));
  const text = (tidy(typed.outline) === "" ? (file?.text ?? "") : typed.outline).replace(/\r\n?/g, "\n");
  const keep = new FormData();
  keep.set("outline", text);
  const message = parsed.ok ? faultIn(text, file, tidy(typed.outline) !== "") : null;
  return {
    text,
    keep,
    seen: typed.previewed === "" || typed.previewed === previewMark(text),
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

function faultIn(text: string, file: Sent | null, typed: boolean): FormFault["errors"][number] | null {
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
  if (tidy(text) === "") {
    return { field: "outline", message: "There is nothing to read yet. Paste your roadmap, or choose a file." };
  }
  if (text.length > limits.outlineCharacters) {
    const [most, length] = [limits.outlineCharacters, text.length].map((count) => count.toLocaleString("en"));
    return {
      field: "outline",
      message: `A roadmap must be ${most} characters or fewer (you have ${length}). Bring it in as two, one after the other.`,
    };
  }
  return null;
}
