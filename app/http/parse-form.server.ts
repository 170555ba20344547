import type { AppLoadContext } from "@remix-run/node";
import type { z } from "zod";

/** What was wrong with a form: a sentence a field, in the order of the form, and what was typed. */
export type FormFault = { errors: { field: string; message: string }[]; typed: Record<string, string> };

export type Parsed<Values> = { ok: true; values: Values } | ({ ok: false } & FormFault);

/**
 * Names that decide who may do what. No form of ours has them, so whoever sends one is trying a door: refused, and on
 * the audit trail.
 */
const protectedNames = [
  "id",
  "role",
  "community_id",
  "communityId",
  "person_id",
  "personId",
  "actor_id",
  "claimed_by",
  "claimedBy",
  "rev",
  "slot",
  "number",
  "created_at",
  "expires_at",
  "deleted_at",
];

/**
 * Reads a form by a schema of fields (see `fields.server.ts`). Refuses, with what was typed kept: values the schema
 * refuses; a single-value field sent twice; a file where text belongs; a protected name.
 */
export async function parseForm<Schema extends z.ZodObject>(
  context: Pick<AppLoadContext, "refused">,
  form: FormData,
  schema: Schema,
): Promise<Parsed<z.output<Schema>>> {
  const typed: Record<string, string> = {};
  const errors: FormFault["errors"] = [];
  for (const name of new Set(form.keys())) {
    if (protectedNames.includes(name) && !Object.hasOwn(schema.shape, name)) {
      const message = `This form has no field called “${name}”. Send it again without it.`;
      await context.refused({ action: "send protected field", because: message, object: "form", objectKey: name });
      errors.push({ field: "form", message });
      continue;
    }
    if (!Object.hasOwn(schema.shape, name)) continue;
    const values = form.getAll(name);
    const first = values[0];
    typed[name] = typeof first === "string" ? first : "";
    if (values.length > 1) errors.push({ field: name, message: "This was sent twice. Send it once." });
    else if (typeof first !== "string") errors.push({ field: name, message: "Write text here rather than a file." });
  }
  const read = schema.safeParse(typed);
  if (!read.success) {
    for (const issue of read.error.issues)
      errors.push({ field: String(issue.path[0] ?? "form"), message: issue.message });
  }
  if (errors.length > 0 || !read.success) {
    const order = Object.keys(schema.shape);
    const firstOfEach = [...new Map(errors.reverse().map((error) => [error.field, error])).values()];
    firstOfEach.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
    return { ok: false, errors: firstOfEach, typed };
  }
  return { ok: true, values: read.data };
}
