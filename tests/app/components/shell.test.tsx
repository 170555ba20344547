import { describe, expect, it } from "vitest";
import { PageHeader } from "../../../app/components/page-header";
import { Shell } from "../../../app/components/shell";
import { Toast } from "../../../app/components/toast";
import { markup, words } from "./markup";

const nav = [
  { href: "/django/roadmap", label: "Roadmap", current: true },
  { href: "/my-work", label: "My work" },
];

describe("the frame of a page", () => {
  it("begins with a way past it, that leads to the page", () => {
    const html = markup(<Shell home="/">here</Shell>);
    expect(/<a [^>]*>/.exec(html)?.[0]).toContain('href="#main"');
    expect(html).toMatch(/<main[^>]*id="main"[^>]*tabindex="-1"/);
  });

  it("marks the way being read, and only that one", () => {
    const html = markup(
      <Shell home="/" nav={nav}>
        here
      </Shell>,
    );
    expect(html.match(/<a [^>]*aria-current="page"[^>]*>/g)).toEqual([
      '<a href="/django/roadmap" aria-current="page">',
    ]);
  });

  it("offers signing in to a stranger, and signing out by a post to somebody signed in", () => {
    const stranger = markup(
      <Shell home="/" signIn="/sign-in">
        here
      </Shell>,
    );
    expect(stranger).toContain('<a href="/sign-in">Sign in</a>');
    expect(stranger).not.toContain("Sign out");
    const kofi = markup(
      <Shell home="/" signIn="/sign-in" person={{ name: "Kofi Abara", signOut: "/sign-out" }}>
        here
      </Shell>,
    );
    expect(kofi).toContain("Kofi Abara");
    expect(kofi).toMatch(/<form method="post" action="\/sign-out"><button[^>]*type="submit">Sign out/);
    expect(kofi).not.toContain("Sign in");
  });

  it("has its polite region before there is anything to say, and says it there", () => {
    expect(markup(<Shell home="/">here</Shell>)).toContain('<div role="status"></div>');
    const html = markup(
      <Shell home="/" notice={<Toast>You let go of the task.</Toast>}>
        here
      </Shell>,
    );
    expect(html).toMatch(/<div role="status">.*You let go of the task\..*here/);
  });

  it("says that this is an example before anything but the skip link", () => {
    const text = words(
      <Shell home="/" banner={<p>This is an example.</p>} nav={nav}>
        here
      </Shell>,
    );
    expect(text).toMatch(/^Skip to the page This is an example\. /);
  });
});

describe("the head of a page", () => {
  it("tells where the page is, what it is, and what there is to know, in that order", () => {
    const text = words(
      <PageHeader
        where={[
          { href: "/django", label: "Django" },
          { href: "/django/roadmap", label: "Roadmap" },
        ]}
        title="Modernise contrib.auth"
        lede="An impossible project, in pieces."
        facts={[{ value: 2, label: "tasks ready for a newcomer" }]}
      />,
    );
    expect(text).toBe(
      "Django Roadmap Modernise contrib.auth An impossible project, in pieces. 2 tasks ready for a newcomer",
    );
  });
});
