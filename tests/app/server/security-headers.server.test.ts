import { describe, expect, it } from "vitest";
import { openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import type { Answered } from "../../support/http";

const { db, address } = await testDatabase();
const cast = await makeCast(db);
const app = await openApp(address);
const { themeSlug, ready, question, decided, finished, unready } = cast.django;

const pages = [
  "/",
  "/django",
  "/django/roadmap",
  `/django/themes/${themeSlug}`,
  "/django/tasks",
  ...[ready[0], unready, finished].map((number) => `/django/tasks/${number}`),
  ...[question, decided].map((number) => `/django/questions/${number}`),
];
const policyOf = ({ headers }: Answered) => String(headers["content-security-policy"]);
const scriptsOf = ({ text }: Answered) =>
  [...text.matchAll(/<script\b([^>]*)>/g)].map(([, attributes = ""]) => attributes);
const nonceOf = (answered: Answered) => /'nonce-([^']+)'/.exec(policyOf(answered))?.[1];

it("every answer has a request id of its own and the headers that keep browsers careful", async () => {
  const passer = app.visitor();
  const zoe = await app.signedIn(cast.zoe);
  const css = /href="(\/assets\/[^"]+\.css)"/.exec((await passer.get("/")).text)?.[1] ?? "";
  const answers = [
    ...(await Promise.all(pages.map((path) => passer.get(path)))),
    ...(await Promise.all(pages.map((path) => zoe.get(path)))),
    await passer.get(css),
    await passer.get("/favicon.svg"),
    await passer.get("/healthz"),
    await passer.get("/my-work"),
    await passer.get("/nowhere"),
    await passer.get("/sign-out"),
    await passer.get("/%FF"),
    await passer.get("/", { Host: "evil.example" }),
    await passer.get("/", { Host: "evil.example:x" }),
    await passer.get("/django/tasks/1", { "X-Request-Id": "mine", "X-Remix-Response": "1" }),
    await passer.post("/django/membership"),
    await passer.post("/sign-in", { email: "" }),
    await passer.post("/sign-in", {}, { "Sec-Fetch-Site": "cross-site" }),
    await passer.post("/sign-in", {}, { "Content-Type": "text/plain" }),
    await passer.ask("/", { method: "PUT" }),
    await passer.ask("/", { method: "HEAD" }),
    await zoe.post("/django/membership"),
    await zoe.post(`/django/tasks/${unready}/claim`),
  ];
  for (const answered of answers) {
    const { headers } = answered;
    expect(headers["x-request-id"]).toMatch(/^[\w-]{12}$/);
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(policyOf(answered)).toContain("frame-ancestors 'none'");
    expect(policyOf(answered)).toContain("base-uri 'none'");
    expect(policyOf(answered)).not.toMatch(/unsafe-|\*|https?:/);
    expect(headers["strict-transport-security"]).toBeUndefined();
    expect(headers.server ?? headers["x-powered-by"]).toBeUndefined();
  }
  expect(new Set(answers.map(({ headers }) => headers["x-request-id"])).size).toBe(answers.length);
});

describe("scripts", () => {
  it.each([...pages, "/sign-in", "/nowhere", "/sign-in/none"])("%s has none for somebody signed out", async (path) => {
    const answered = await app.visitor().get(path);
    expect(policyOf(answered)).toContain("script-src 'none'");
    expect(policyOf(answered)).toContain("connect-src 'none'");
    expect(answered.text).not.toMatch(/<script|modulepreload|\son[a-z]+=|\sstyle="|javascript:/i);
  });

  it("somebody signed in gets those that carry the nonce of the header, new each time", async () => {
    const mireia = await app.signedIn(cast.mireia);
    const seen = new Set<string | undefined>();
    for (const path of [`/django/themes/${themeSlug}`, `/django/tasks/${ready[0]}`, "/django", "/django/roadmap"]) {
      const answered = await mireia.get(path);
      const nonce = nonceOf(answered);
      expect(nonce).toMatch(/^[\w-]{22}$/);
      expect(scriptsOf(answered).length).toBeGreaterThan(0);
      for (const attributes of scriptsOf(answered)) expect(attributes).toContain(`nonce="${nonce}"`);
      expect(answered.text).not.toMatch(/\son[a-z]+="|\sstyle="|javascript:/i);
      seen.add(nonce);
    }
    expect(seen.size).toBe(4);
  });

  it("an error page has none, whoever looks", async () => {
    const answered = await (await app.signedIn(cast.mireia)).get("/django/tasks/99");
    expect(answered.status).toBe(404);
    expect(policyOf(answered)).toContain("script-src 'none'");
    expect(answered.text).not.toContain("<script");
  });
});

it("asking for a page's head is answered like the page, without it", async () => {
  const mireia = await app.signedIn(cast.mireia);
  const passing =
    /^(date|x-request-id|content-length|content-security-policy|transfer-encoding|connection|keep-alive)$/;
  const lasting = ({ headers }: Answered) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => !passing.test(name)));
  for (const visitor of [app.visitor(), mireia]) {
    for (const path of [...pages, "/nowhere", "/django/tasks/99", "/my-work", "/sign-in", "/sign-out"]) {
      const [get, head] = [await visitor.get(path), await visitor.ask(path, { method: "HEAD" })];
      expect([head.status, head.bytes.length, lasting(head)]).toEqual([get.status, 0, lasting(get)]);
    }
  }
});

describe("on https", async () => {
  const origin = "https://portolan.example.org";
  const site = await openApp(address, { origin });

  it("the session's cookie is bound to this host and to https", async () => {
    const kofi = site.visitor();
    await kofi.post("/sign-in", { email: cast.kofi.email });
    const link = new URL(/https:\S+/.exec(site.mails.at(-1)?.text ?? "")?.[0] ?? "");
    expect(link.origin).toBe(origin);
    const signedIn = await kofi.post(link.pathname);
    expect(signedIn.status).toBe(303);
    const [cookie = ""] = signedIn.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^__Host-portolan=[a-z2-7]{40}; /);
    for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"])
      expect(cookie.split("; ")).toContain(attribute);
    expect(cookie).not.toMatch(/domain/i);
    expect((await kofi.get("/my-work")).status).toBe(200);
  });

  it("every cookie is for https alone", async () => {
    const zoe = await site.signedIn(cast.zoe);
    const answers = [await zoe.post("/django/membership"), await zoe.get("/django"), await zoe.post("/sign-out")];
    const cookies = answers.flatMap(({ headers }) => headers["set-cookie"] ?? []);
    expect(cookies.length).toBeGreaterThanOrEqual(4);
    for (const cookie of cookies) expect(cookie.split("; ").filter((part) => part === "Secure")).toEqual(["Secure"]);
  });

  it("browsers are told to come back by https", async () => {
    expect((await site.visitor().get("/")).headers["strict-transport-security"]).toMatch(/^max-age=31536000/);
  });

  it("a cookie by the name it has on http signs nobody in", async () => {
    const zoe = await site.signedIn(cast.zoe);
    const token = zoe.cookies.get("__Host-portolan") ?? "";
    const other = site.visitor();
    other.cookies.set("portolan", token);
    expect((await other.get("/my-work")).status).toBe(303);
  });

  it("forms come from the configured origin, or not at all", async () => {
    const type = { "Content-Type": "application/x-www-form-urlencoded" };
    const from = async (Origin: string) =>
      (await site.visitor().ask("/sign-in", { method: "POST", headers: { ...type, Origin }, body: "email=" })).status;
    expect(await from(origin)).toBe(422);
    for (const other of [
      "http://portolan.example.org",
      "https://evil.example",
      "https://x.portolan.example.org",
      "null",
    ]) {
      expect(await from(other)).toBe(403);
    }
  });

  it("the site answers to its own name", async () => {
    expect((await site.visitor().get("/", { Host: "PORTOLAN.example.org" })).status).toBe(200);
    for (const Host of ["portolan.example.org:8443", "x.portolan.example.org", "portolan.example.org.evil.example"]) {
      expect((await site.visitor().get("/", { Host })).status).toBe(421);
    }
  });
});

it("on http the cookie has the plain name, which browsers take there", async () => {
  const zoe = await app.signedIn(cast.zoe);
  expect([...zoe.cookies.keys()]).toEqual(["portolan"]);
});
