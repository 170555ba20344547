import { beforeEach, describe, expect, it } from "vitest";
import { limits } from "../../../app/domain/limits";
import { type App, openApp } from "../../support/app";
import { makeCast } from "../../support/cast";
import { testDatabase } from "../../support/database";
import { type Answered, type Asked, ask } from "../../support/http";

const { db, sql, address } = await testDatabase();
const cast = await makeCast(db);
const app = await openApp(address);
const { port } = app;
const local = `localhost:${port}`;
const form = { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" };

/** Everything a form could have changed here: who is a member, who holds what, and the trail of it. */
const state = () =>
  sql`select (select count(*) from memberships) as members, (select count(*) from claims) as claims,
    (select count(*) from audit_rows) as trail, (select count(*) from kept_forms) as kept`;

/** A refusal is a page with a sentence, the request's id and a way on. */
function expectPage(answered: Answered, status: number, sentence: RegExp) {
  expect(answered.status).toBe(status);
  expect(answered.text).toMatch(sentence);
  expect(answered.text).toContain(answered.headers["x-request-id"]);
  expect(answered.text).toContain('<a href="/">');
}

describe("the name a server is called by", () => {
  it.each(["localhost", "127.0.0.1", "[::1]", `LOCALHOST:${port}`, "localhost:1"])(
    "%s is this machine's own",
    async (host) => {
      expect((await ask(port, "/", { headers: { Host: host } })).status).toBe(200);
    },
  );

  it.each(["evil.example", "localhost.evil.example", "evil.example:3000"])("“%s” is none of ours", async (host) => {
    expectPage(await ask(port, "/", { headers: { Host: host } }), 421, /answers to another name/);
  });

  it.each(["localhost:99999999", "localhost:3000.evil.example", "user@localhost", "local host", "localhost/x", "%00"])(
    "“%s” is no name",
    async (host) => {
      expectPage(await ask(port, "/", { headers: { Host: host } }), 400, /address cannot be read/);
    },
  );

  it("a forwarded host is nobody's word", async () => {
    const headers = {
      Host: local,
      "X-Forwarded-Host": "evil.example",
      "X-Forwarded-Proto": "https",
      Forwarded: "host=evil.example",
    };
    const home = await ask(port, "/sign-in", { headers });
    expect(home.status).toBe(200);
    expect(home.text).not.toContain("evil.example");
    await app.visitor().post("/sign-in", { email: "kofi@example.org" }, headers);
    expect(app.mails.at(-1)?.text).toContain(`http://${local}/sign-in/`);
    expect(JSON.stringify(app.mails)).not.toContain("evil.example");
  });

  it("a forwarded host does not let a foreign name in", async () => {
    const headers = { Host: "evil.example", "X-Forwarded-Host": local };
    expect((await ask(port, "/", { headers })).status).toBe(421);
  });
});

describe("where a form comes from", () => {
  const claim = `/django/tasks/${cast.django.ready[0]}/claim`;
  const refused: [string, Record<string, string>][] = [
    ["says nothing", {}],
    ["comes from another site", { "Sec-Fetch-Site": "cross-site" }],
    ["comes from a sibling subdomain", { "Sec-Fetch-Site": "same-site" }],
    ["was typed into the address bar", { "Sec-Fetch-Site": "none" }],
    [
      "names our origin, but the browser says cross-site",
      { "Sec-Fetch-Site": "cross-site", Origin: `http://${local}` },
    ],
    ["has no origin it may tell", { Origin: "null" }],
    ["comes from another origin", { Origin: "http://evil.example" }],
    ["comes from another port", { Origin: "http://localhost:1" }],
    ["comes from ours on https", { Origin: `https://${local}` }],
    ["has an origin that begins like ours", { Origin: `http://${local}.evil.example` }],
    ["has ours with a slash", { Origin: `http://${local}/` }],
  ];

  it.each(refused)("a form that %s is refused, and changes nothing", async (_, headers) => {
    const zoe = await app.signedIn(cast.zoe);
    const before = await state();
    for (const path of [claim, "/django/membership", "/sign-out", "/sign-in", "/nowhere"]) {
      const body = "note=hello&email=zoe%40example.org";
      const type = { "Content-Type": "application/x-www-form-urlencoded" };
      const answered = await zoe.ask(path, { method: "POST", headers: { ...type, ...headers }, body });
      expectPage(answered, 403, /This came from another site/);
    }
    expect(await state()).toEqual(before);
    expect((await zoe.get("/me")).status).toBe(200);
  });

  it.each([
    ["says that it is ours", { "Sec-Fetch-Site": "same-origin" }],
    ["an old browser sends with our origin", { Origin: `http://${local}` }],
  ])("a form that %s is taken", async (_, headers) => {
    const type = { "Content-Type": "application/x-www-form-urlencoded" };
    const answered = await app
      .visitor()
      .ask("/sign-in", { method: "POST", headers: { ...type, ...headers }, body: "email=no" });
    expect(answered.status).toBe(422);
  });
});

describe("what can be sent", () => {
  it.each([
    "text/plain",
    "application/json",
    "application/xml",
    "application/x-www-form-urlencodedx",
    "",
    "multipart/mixed",
  ])("a body of type “%s” is not a form", async (type) => {
    const zoe = await app.signedIn(cast.zoe);
    const before = await state();
    for (const path of ["/django/membership", "/sign-in", "/nowhere"]) {
      const headers = { "Sec-Fetch-Site": "same-origin", ...(type ? { "Content-Type": type } : {}) };
      expectPage(await zoe.ask(path, { method: "POST", headers, body: '{"a":1}=' }), 415, /not a form/);
    }
    expect(await state()).toEqual(before);
  });

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"])("%s is not a way in anywhere", async (method) => {
    const before = await state();
    for (const path of ["/", "/django", "/django/membership", "/favicon.svg", "/nowhere", "/sign-in"]) {
      const answered = await ask(port, path, { method, headers: { ...form, Host: local } });
      expectPage(answered, 405, /can be read, and its forms can be sent/);
      expect(answered.headers.allow).toBe("GET, HEAD, POST");
    }
    expect(await state()).toEqual(before);
  });

  it.each(["/sign-out", "/django/membership", "/django/membership/ending", "/django/tasks/1/claim/ending"])(
    "%s takes a form, and cannot be read",
    async (path) => {
      for (const visitor of [app.visitor(), await app.signedIn(cast.mireia)]) {
        const answered = await visitor.get(path);
        expectPage(answered, 405, /only takes a form/);
        expect(answered.headers.allow).toBe("POST");
        expect((await visitor.ask(path, { method: "HEAD" })).headers.allow).toBe("POST");
      }
    },
  );

  it.each(["/", "/django", "/django/roadmap", "/django/tasks", "/my-work", "/healthz"])(
    "%s can be read, and takes no form",
    async (path) => {
      const answered = await (await app.signedIn(cast.zoe)).post(path, { a: "b" });
      expect(answered.status).toBe(405);
      expect(answered.headers.allow).toBe("GET, HEAD");
      expect(answered.text).toContain(answered.headers["x-request-id"]);
    },
  );
});

describe("how much can be sent", () => {
  const most = 2 * 1024 * 1024;
  const filled = (bytes: number) => `email=${"a".repeat(bytes - 6)}`;
  let before: unknown;
  beforeEach(async () => {
    before = await state();
  });

  const send = (path: string, asked: Asked) =>
    ask(port, path, { method: "POST", ...asked, headers: { ...form, Host: local, ...asked.headers } });

  it("a form of two megabytes is read, one byte more is too much", async () => {
    expect((await send("/sign-in", { body: filled(most) })).status).toBe(422);
    expectPage(await send("/sign-in", { body: filled(most + 1) }), 413, /too much at once/);
    expect(await state()).toEqual(before);
  });

  it("the same holds when the length is not announced", async () => {
    const parts = (bytes: number) => {
      const text = filled(bytes);
      return Array.from({ length: Math.ceil(bytes / 65_536) }, (_, i) => text.slice(i * 65_536, (i + 1) * 65_536));
    };
    expect((await send("/sign-in", { chunks: parts(most) })).status).toBe(422);
    expectPage(await send("/sign-in", { chunks: parts(most + 1) }), 413, /too much at once/);
    expectPage(await send("/django/membership", { chunks: parts(3 * most) }), 413, /too much at once/);
    expect(await state()).toEqual(before);
  });

  it("a file is held to it too", async () => {
    const part = `--x\r\nContent-Disposition: form-data; name="file"; filename="a.md"\r\n\r\n${"a".repeat(most)}\r\n--x--\r\n`;
    const headers = { "Content-Type": "multipart/form-data; boundary=x" };
    expectPage(await send("/sign-in", { headers, body: part }), 413, /too much at once/);
  });

  it.each([
    ["no boundary", "multipart/form-data", "hello"],
    ["another boundary", "multipart/form-data; boundary=x", "--y\r\n\r\n--y--"],
    ["no end", "multipart/form-data; boundary=x", '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\nzoe@exa'],
    ["nothing in it", "multipart/form-data; boundary=x", ""],
    ["a part without a name", "multipart/form-data; boundary=x", "--x\r\n\r\nhello\r\n--x--\r\n"],
  ])("a form that has %s is refused as broken", async (_, type, body) => {
    const zoe = await app.signedIn(cast.zoe);
    before = await state();
    for (const path of ["/sign-in", "/django/membership", "/django/tasks/1/claim", "/me"]) {
      const headers = { "Content-Type": type, "Sec-Fetch-Site": "same-origin" };
      expectPage(await zoe.ask(path, { method: "POST", headers, body }), 400, /not a form, or broke off/);
    }
    expect(await state()).toEqual(before);
  });
});

describe("addresses that cannot be read", () => {
  it.each(["/%FF", "/%00", "/django/%FF", "/django/tasks/%00", "/django/themes/%C0%AF", "/%E0%A4%A", "/%"])(
    "%s is refused",
    async (path) => {
      expectPage(await app.visitor().get(path), 400, /address cannot be read/);
      expectPage(await (await app.signedIn(cast.zoe)).post(path), 400, /address cannot be read/);
    },
  );

  it.each([
    "/..%2f..%2fetc/passwd",
    "/assets/..%2f..%2fpackage.json",
    "/assets/../../package.json",
    "//evil.example",

    "/assets/%2e%2e/server/index.js",
  ])("%s leads nowhere", async (path) => {
    const answered = await app.visitor().get(path);
    expect([301, 303, 404]).toContain(answered.status);
    expect(answered.headers.location ?? "/").toMatch(/^\/(?!\/)/);
    expect(answered.text).not.toMatch(/"dependencies"|root:/);
  });

  it("what stands behind the question mark may be anything", async () => {
    for (const query of [
      "%FF",
      "page=%00",
      "next=%FF",
      "kept=%00",
      "page=1&page=2",
      "a".repeat(10_000),
      "kind=%E0%A4%A",
      "__proto__=1",
    ]) {
      for (const path of ["/", "/sign-in", "/django/tasks", `/django/tasks/${cast.django.ready[0]}`]) {
        expect((await app.visitor().get(`${path}?${query}`)).status).toBe(200);
      }
    }
  });
});

describe("where signing in leads", () => {
  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "/%09/evil.example",
    "javascript:alert(1)",
    "/..//evil.example",
    "/.//evil.example",
    "@evil.example",
    "",
  ])("an address like %j leads to no other site", async (next) => {
    const zoe = await app.signedIn(cast.zoe);
    const answered = await zoe.get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(answered.status).toBe(303);
    const led = new URL(answered.headers.location ?? "", `http://${local}`);
    expect(led.host).toBe(local);
    expect(led.pathname).not.toMatch(/^\/[/\\]/);
    const page = await app.visitor().get(`/sign-in?next=${encodeURIComponent(next)}`);
    expect(page.text).not.toMatch(/(href|action)="(https?:|javascript:|\/[/\\])/);
  });

  it("a page of this site is where it leads", async () => {
    const zoe = await app.signedIn(cast.zoe);
    const answered = await zoe.get(`/sign-in?next=${encodeURIComponent("/django/tasks?kind=docs")}`);
    expect(answered.headers.location).toBe("/django/tasks?kind=docs");
  });
});

describe("whose address a request comes from", () => {
  const most = limits.signInLinksPerAddress;
  const askOften = async (site: App, name: string) => {
    const statuses = [];
    for (let i = 0; i <= most; i += 1) {
      const forwarded = { "X-Forwarded-For": `203.0.113.9, 198.51.100.${i}` };
      statuses.push((await site.visitor().post("/sign-in", { email: `${name}${i}@example.org` }, forwarded)).status);
    }
    return statuses;
  };

  it("behind a proxy that is trusted, the last address it forwards counts", async () => {
    await sql`truncate sign_in_links`;
    const behindProxy = await openApp(address, { trustProxy: true });
    expect(await askOften(behindProxy, "trusted")).toEqual(Array(most + 1).fill(303));
  });

  it("without one, nobody can pass for many by a header", async () => {
    await sql`truncate sign_in_links`;
    expect(await askOften(app, "stuffing")).toEqual([...Array(most).fill(303), 429]);
  });
});
