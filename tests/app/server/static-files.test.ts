import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { openApp } from "../../support/app";
import { testDatabase } from "../../support/database";

const { address } = await testDatabase();
const app = await openApp(address);
const passer = app.visitor();
const home = await passer.get("/");
const stylesheets = [...home.text.matchAll(/<link rel="stylesheet" href="(\/assets\/[^"]+\.css)"/g)].map(
  ([, href = ""]) => href,
);
const built = (path: string) => readFileSync(join(import.meta.dirname, "../../../build/client", path));

it("a page's styles are kept for ever, under a name made from what is in them", async () => {
  expect(stylesheets.length).toBeGreaterThan(0);
  for (const href of stylesheets) {
    const answered = await passer.get(href);
    expect(answered.status).toBe(200);
    expect(answered.headers["content-type"]).toBe("text/css; charset=utf-8");
    expect(answered.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(answered.bytes.equals(built(href))).toBe(true);
    expect(href).toMatch(/-[\w-]{8}\.css$/);
  }
});

it.each([
  ["br, gzip", "br", brotliDecompressSync],
  ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
  ["gzip", "gzip", gunzipSync],
] as const)(
  "whoever takes %s gets what the build compressed, and caches are told",
  async (accepted, encoding, open) => {
    for (const path of [...stylesheets, "/favicon.svg", "/robots.txt"]) {
      const answered = await passer.get(path, { "Accept-Encoding": accepted });
      expect(answered.headers["content-encoding"]).toBe(encoding);
      expect(answered.headers.vary).toMatch(/Accept-Encoding/i);
      expect(answered.bytes.equals(built(`${path}.${encoding === "br" ? "br" : "gz"}`))).toBe(true);
      expect(open(answered.bytes).equals(built(path))).toBe(true);
      expect(answered.headers["content-type"]).toBe((await passer.get(path)).headers["content-type"]);
    }
  },
);

it("whoever takes no compression gets none", async () => {
  const answered = await passer.get(stylesheets[0] ?? "", { "Accept-Encoding": "identity" });
  expect(answered.headers["content-encoding"]).toBeUndefined();
  expect(answered.bytes.equals(built(stylesheets[0] ?? ""))).toBe(true);
});

it.each(["/favicon.svg", "/icon.svg", "/apple-touch-icon.png", "/site.webmanifest", "/robots.txt"])(
  "%s is there, for a day",
  async (path) => {
    const answered = await passer.get(path);
    expect([answered.status, answered.headers["cache-control"]]).toEqual([200, "public, max-age=86400"]);
    expect(answered.bytes.equals(built(path))).toBe(true);
  },
);

it("a file that is not there is a page that says so, and nobody keeps that", async () => {
  for (const path of ["/assets/nothing-12345678.css", "/assets/", "/assets", "/favicon.ico"]) {
    const answered = await passer.get(path);
    expect([answered.status, answered.headers["content-type"]]).toEqual([404, "text/html; charset=utf-8"]);
    expect(answered.headers["cache-control"]).toBe("private, no-store");
  }
});

it("asking for a file's head is answered without the file", async () => {
  const head = await passer.ask(stylesheets[0] ?? "", { method: "HEAD" });
  expect([head.status, head.bytes.length]).toEqual([200, 0]);
  expect(Number(head.headers["content-length"])).toBe(built(stylesheets[0] ?? "").length);
});

it("a page is compressed for whoever takes that", async () => {
  const answered = await passer.get("/", { "Accept-Encoding": "gzip, br" });
  expect(answered.headers["content-encoding"]).toBe("gzip");
  expect(answered.headers.vary).toMatch(/Accept-Encoding/i);
  expect(gunzipSync(answered.bytes).toString()).toContain("</html>");
});
