import { expect, it } from "vitest";
import { z } from "zod";
import { line, optionalLine } from "../../../app/http/fields.server";
import { parseForm } from "../../../app/http/parse-form.server";
import type { Denied } from "../../../db/queries/change.server";

const schema = z.object({
  title: line("Title", "Give it a title."),
  why: optionalLine("Why", 10),
  kind: z.enum(["code", "docs"], { error: "Choose a kind." }),
});
const fine: [string, string][] = [
  ["title", "Name hashers"],
  ["why", "Because"],
  ["kind", "docs"],
];

async function parse(entries: [string, string | Blob][]) {
  const refused: Denied[] = [];
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  const parsed = await parseForm({ refused: async (denied) => void refused.push(denied) }, form, schema);
  return { ...parsed, refused };
}

it("a form that is filled in comes back as the domain's values", async () => {
  expect(await parse(fine)).toEqual({
    ok: true,
    values: { title: "Name hashers", why: "Because", kind: "docs" },
    refused: [],
  });
});

it("what is wrong is said once a field, in the order of the form, and what was typed comes back as it was typed", async () => {
  const typed = { title: " ", why: " far too long ", kind: "magic" };
  expect(await parse(Object.entries(typed).reverse())).toMatchObject({
    ok: false,
    typed,
    errors: [
      { field: "title", message: "Give it a title." },
      { field: "why", message: "Why must be 10 characters or fewer (you have 12)." },
      { field: "kind", message: "Choose a kind." },
    ],
  });
});

it("a field that is sent twice is refused, and the first is kept", async () => {
  const twice = await parse([...fine, ["title", "Something else"]]);
  expect(twice).toMatchObject({
    ok: false,
    typed: { title: "Name hashers" },
    errors: [{ field: "title", message: "This was sent twice. Send it once." }],
  });
});

it("a file where text belongs is refused", async () => {
  const withFile = await parse([...fine.slice(0, 2), ["kind", new Blob(["docs"])]]);
  expect(withFile).toMatchObject({
    ok: false,
    errors: [{ field: "kind", message: "Write text here rather than a file." }],
  });
});

it.each([
  "id",
  "role",
  "community_id",
  "communityId",
  "person_id",
  "claimed_by",
  "rev",
  "slot",
  "expires_at",
  "deleted_at",
])("a form that brings along “%s” is refused, and the attempt is on record", async (name) => {
  const { ok, refused } = await parse([...fine, [name, "1"]]);
  expect(ok).toBe(false);
  expect(refused).toMatchObject([{ action: "send protected field", object: "form", objectKey: name }]);
});

it.each(["csrf", "constructor", "__proto__", "toString", "hasOwnProperty", ""])(
  "a name no form of ours has, such as “%s”, means nothing, however often it is sent",
  async (name) => {
    expect(await parse([...fine, [name, "a"], [name, "b"]])).toMatchObject({ ok: true, refused: [] });
  },
);
