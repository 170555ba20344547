import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { restoreForm } from "../../../app/auth/kept-forms.server";
import { requirePerson } from "../../../app/auth/require-person.server";
import { hashOf } from "../../../app/auth/token.server";
import { limits } from "../../../app/domain/limits";
import { action as ask, loader as askPage } from "../../../app/routes/sign-in";
import * as link from "../../../app/routes/sign-in_.$token/route";
import { change } from "../../../db/queries/change.server";
import { findOrAddPerson } from "../../../db/queries/people.server";
import { testDatabase } from "../../support/database";
import { TEST_NOW } from "../../support/test-clock";
import { signedIn, Visitor } from "../../support/visitor";

const { db, sql, setClock } = await testDatabase();
const kofi = await change(db, { personId: null, requestId: null }, "sign in", (tx) =>
  findOrAddPerson(tx, { name: "Kofi Abara", email: "kofi@example.org" }),
);

/** A page with a form, and where it is sent, as routes ask for a person. */
const page = async ({ context, request }: LoaderFunctionArgs) => (await requirePerson(context, request)).name;
const taken = async ({ context, request }: ActionFunctionArgs) =>
  (await requirePerson(context, request, await request.formData())).name;
const again = ({ context, request }: LoaderFunctionArgs) => restoreForm(context, request);

beforeEach(() => setClock(TEST_NOW));

const way = (location: string | null) => {
  const url = new URL(location ?? "", "http://localhost:3000");
  return { path: url.pathname, next: url.searchParams.get("next"), kept: url.searchParams.get("kept") };
};

describe("a page for people who are signed in", () => {
  it("opens for them", async () => {
    const visitor = await signedIn({ db }, kofi);
    expect((await visitor.read(page, "/django/edit")).data).toBe("Kofi Abara");
  });

  it("sends anybody else to sign in, and back to it", async () => {
    const { status, location } = await new Visitor({ db }).read(page, "/django/tasks?kind=docs&page=2");
    expect(status).toBe(303);
    expect(way(location)).toEqual({ path: "/sign-in", next: "/django/tasks?kind=docs&page=2", kept: null });
  });
});

describe("a form sent by somebody who is not signed in", () => {
  const words = { title: "Überschrift 👩‍👩‍👧\u0000", note: "two\r\nlines" };

  it("comes back as it was typed, on the page it stood on, through the link in the mail", async () => {
    const visitor = new Visitor({ db });
    const sent = await visitor.send(taken, "/django/tasks/42/claim", words, { from: "/django/tasks/42?from=list" });
    expect(sent.status).toBe(303);
    const { path, next, kept } = way(sent.location);
    expect({ path, next }).toEqual({ path: "/sign-in", next: "/django/tasks/42?from=list" });
    expect((await visitor.read(askPage, sent.location ?? "")).data).toMatchObject({ keeps: true });

    expect((await visitor.send(ask, sent.location ?? "", { email: "kofi@example.org" })).status).toBe(303);
    const [mail] = await sql<{ body: string }>`select body from mailbox order by id desc limit 1`;
    const token = /sign-in\/([\w-]{43})\n/.exec(mail?.body ?? "")?.[1] ?? "";
    const phone = new Visitor({ db });
    const arrived = await phone.send(link.action, `/sign-in/${token}`, {}, { params: { token } });
    expect(arrived.location).toMatch(/^\/django\/tasks\/42\?from=list&kept=[\w-]{43}$/);
    expect((await phone.read(again, arrived.location ?? "")).data).toEqual({
      path: "/django/tasks/42/claim",
      typed: { title: "Überschrift 👩‍👩‍👧", note: "two\r\nlines" },
    });
    // The tab that stayed open knows it too.
    expect((await visitor.read(again, `/django/tasks/42?kept=${kept}`)).data).not.toBeNull();
  });

  it("comes back through a second link when the first has run out", async () => {
    const visitor = new Visitor({ db });
    const sent = await visitor.send(taken, "/me", { name: "Kofi" });
    await visitor.send(ask, sent.location ?? "", { email: "kofi@example.org" });
    const newest = async () => {
      const [mail] = await sql<{ body: string }>`select body from mailbox order by id desc limit 1`;
      return /sign-in\/([\w-]{43})\n/.exec(mail?.body ?? "")?.[1] ?? "";
    };
    const first = await newest();
    await setClock("2026-05-04T10:00:00Z");
    const over = await visitor.read(link.loader, `/sign-in/${first}`, { token: first });
    expect(over.status).toBe(410);
    const { again: askAgain } = over.data as { again: string };
    await visitor.send(ask, askAgain, { email: "kofi@example.org" });
    const second = await newest();
    const arrived = await visitor.send(link.action, `/sign-in/${second}`, {}, { params: { token: second } });
    expect((await visitor.read(again, arrived.location ?? "")).data).toEqual({ path: "/me", typed: { name: "Kofi" } });
  });

  it.each([
    ["/django/tasks/42/claim", "/django/tasks/42"],
    ["/django/tasks/42/claim/ending", "/django/tasks/42"],
    ["/django/membership/ending", "/django"],
    ["/django/themes/contrib-auth/edit", "/django/themes/contrib-auth/edit"],
    ["/me", "/me"],
  ])("to %s leads back to %s when the browser does not say where it was", async (posted, next) => {
    const { location } = await new Visitor({ db }).send(taken, posted, words);
    expect(way(location).next).toBe(next);
  });

  it.each([
    "https://evil.example/django",
    "http://localhost:3000.evil.example/",
    "javascript:alert(1)",
    "not an address",
  ])("never leads to where another site says it was (%s)", async (from) => {
    const { location } = await new Visitor({ db }).send(taken, "/django/tasks/42/claim", words, { from });
    expect(way(location).next).toBe("/django/tasks/42");
  });

  it("is kept by its token's hash alone, for a day", async () => {
    const { location } = await new Visitor({ db }).send(taken, "/me", words);
    const { kept } = way(location);
    expect(kept).toMatch(/^[\w-]{43}$/);
    const [stored] = await sql<{
      row: string;
    }>`select to_jsonb(kept_forms)::text as row from kept_forms order by id desc limit 1`;
    expect(stored?.row).not.toContain(kept);

    const visitor = await signedIn({ db }, kofi);
    await setClock("2026-05-05T08:59:59Z");
    expect((await visitor.read(again, `/me?kept=${kept}`)).data).not.toBeNull();
    await setClock("2026-05-05T09:00:00Z");
    expect((await visitor.read(again, `/me?kept=${kept}`)).data).toBeNull();
    await new Visitor({ db }).send(taken, "/me", words);
    const [left] = await sql<{ old: number }>`
      select count(*)::int as old from kept_forms
      where expires_at <= app_now() and id not in (select kept_form_id from sign_in_links where kept_form_id is not null)`;
    expect(left?.old).toBe(0);
  });

  it("is kept up to 64 kB, and above that leads back without it", async () => {
    // `[["note","…"]]` takes 13 bytes around the text.
    const room = 64 * 1024 - 13;
    const fits = await new Visitor({ db }).send(taken, "/me", { note: "a".repeat(room) });
    expect(way(fits.location)).toEqual({ path: "/sign-in", next: "/me", kept: expect.any(String) });
    const tooMuch = await new Visitor({ db }).send(taken, "/me", { note: "a".repeat(room + 1) });
    expect(way(tooMuch.location)).toEqual({ path: "/sign-in", next: "/me", kept: null });
  });

  it("comes back on the pages its form stands on, and on no other", async () => {
    const { location } = await new Visitor({ db }).send(taken, "/django/themes/contrib-auth/tasks", words);
    const { kept } = way(location);
    const visitor = await signedIn({ db }, kofi);
    const on = async (path: string) => (await visitor.read(again, `${path}?kept=${kept}`)).data !== null;
    expect(await on("/django/themes/contrib-auth")).toBe(true);
    expect(await on("/django/themes/contrib-auth/tasks/new")).toBe(true);
    expect(await on("/django/themes/contrib")).toBe(false);
    expect(await on("/rails/themes/contrib-auth")).toBe(false);
    expect(await on("/me")).toBe(false);
  });

  it.each(["", "x", "a".repeat(43), "%00", "a".repeat(9000)])("is nobody's under the token %j", async (kept) => {
    const visitor = await signedIn({ db }, kofi);
    expect((await visitor.read(again, `/me?kept=${kept}`)).data).toBeNull();
  });
});

describe("how many forms are kept for people who are not signed in", () => {
  const kept = async () => (await sql<{ count: number }>`select count(*)::int from kept_forms`)[0]?.count;
  const fill = (count: number, from: string) => sql`
    insert into kept_forms (token_hash, path, fields, sent_from, expires_at)
    select ${`${from} `} || n, '/django', '[]', ${from}, app_now() + interval '2 hours' from generate_series(1, ${count}) n`;

  beforeEach(() => sql`truncate kept_forms cascade`);

  it("a hundred from one address; one more is told when, and shown what was typed", async () => {
    const visitor = new Visitor({ db });
    await fill(limits.keptFormsPerAddress - 1, hashOf("203.0.113.7"));
    expect((await visitor.send(taken, "/django/tasks/42/claim", { note: "mine" })).status).toBe(303);
    const refused = await visitor.send(taken, "/django/tasks/42/claim", { note: "mine too" });
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "7200"]);
    expect(refused.data).toMatchObject({
      because: expect.stringContaining("Without signing in there is room again in 2 hours at the latest."),
      kept: [{ label: "Note", text: "mine too" }],
      instead: { href: "/sign-in?next=%2Fdjango%2Ftasks%2F42", label: "Sign in" },
    });
    const neighbour = new Visitor({ db }, "203.0.113.8");
    expect((await neighbour.send(taken, "/django/tasks/42/claim", { note: "theirs" })).status).toBe(303);
    await setClock(new Date(new Date(TEST_NOW).getTime() + 2 * 3_600_000).toISOString());
    expect((await visitor.send(taken, "/django/tasks/42/claim", { note: "mine too" })).status).toBe(303);
  });

  it("so many in all, also when twenty come at once", async () => {
    await fill(limits.keptFormsMost - 5, "somebody");
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        new Visitor({ db }, `198.51.100.${at}`).send(taken, "/django/tasks/42/claim", { note: "hello" }),
      ),
    );
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(5);
    expect(await kept()).toBe(limits.keptFormsMost);
  });
});
