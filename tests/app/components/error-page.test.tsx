import { describe, expect, it } from "vitest";
import { brokenPage } from "../../../app/components/broken-page";
import { BrokenPage, ConflictPage, ForbiddenPage, GonePage, NotFoundPage } from "../../../app/components/error-page";
import { markup, words } from "./markup";

const requestId = "req-7f3a";
const ways = [
  { href: "/django/tasks", label: "Find a task" },
  { href: "/django/roadmap", label: "Read the roadmap" },
];

describe("a page that says no", () => {
  const pages = {
    404: <NotFoundPage thing="task" requestId={requestId} ways={ways} />,
    403: <ForbiddenPage because="Only organizers can change a theme. Ask Mireia." requestId={requestId} ways={ways} />,
    409: <ConflictPage because="Kofi claimed it at 14:02." requestId={requestId} ways={ways} />,
    410: <GonePage because="This link was used." requestId={requestId} ways={ways} />,
    500: <BrokenPage requestId={requestId} ways={ways} />,
    503: <BrokenPage status={503} requestId={requestId} ways={ways} />,
  };

  it.each(Object.entries(pages))("%s names the request and offers one next action among the ways on", (_, page) => {
    expect(words(page)).toContain("mention request req-7f3a.");
    const html = markup(page);
    expect(html.match(/<h1/g)).toHaveLength(1);
    const links = [...html.matchAll(/<a href="([^"]+)" class="([^"]+)"/g)];
    expect(links.map((link) => link[1])).toEqual(["/django/tasks", "/django/roadmap"]);
    expect(links.filter((link) => link[2]?.split(" ").some((name) => /(^|_)go(_|$)/.test(name)))).toHaveLength(1);
  });

  it("says the verdict's own sentence", () => {
    expect(words(pages[403])).toContain("Only organizers can change a theme. Ask Mireia.");
    expect(words(pages[409])).toContain("Kofi claimed it at 14:02.");
    expect(words(pages[410])).toContain("This link was used.");
  });

  it("keeps what was typed on the page of a lost race", () => {
    const page = (
      <ConflictPage because="Kofi was first." requestId={requestId}>
        <p>Your note: I know the view.</p>
      </ConflictPage>
    );
    expect(words(page)).toContain("Your note: I know the view.");
  });
});

describe("the page of last resort", () => {
  it("is a whole document that loads nothing but its mark and runs nothing", () => {
    const html = brokenPage({ requestId, nonce: "n0nce" });
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).not.toMatch(/<script|\sstyle=|src=|@import|url\(/);
    expect(html.match(/<link [^>]*>/g)).toEqual(['<link rel="icon" href="/favicon.svg" type="image/svg+xml">']);
    expect(html).toContain('<style nonce="n0nce">');
    expect(html).toContain("--vellum: light-dark(");
    expect(html).toContain("<code>req-7f3a</code>");
  });

  it("says the same as the page inside the frame", () => {
    for (const status of [500, 503] as const) {
      const inside = words(<BrokenPage status={status} requestId={requestId} />);
      const alone = brokenPage({ status, requestId, nonce: "n" }).replaceAll(/<[^>]+>/g, " ");
      const sentences = inside.split(/(?<=\.) /).slice(1, -1);
      expect(sentences.length).toBeGreaterThan(1);
      for (const sentence of sentences) expect(alone).toContain(sentence);
    }
  });

  it("takes a request id for text, whatever is in it", () => {
    const html = brokenPage({ requestId: '"><script>x</script>', nonce: "n" });
    expect(html).not.toContain("<script>");
    expect(html).toContain("&lt;script&gt;x");
  });
});
