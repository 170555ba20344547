import { expect, it } from "vitest";
import { forgetFlash, readFlash, redirectSaying } from "../../../app/http/flash";

/** What the next page reads of what the last one said. */
function said(sentence: string) {
  const [cookie = ""] = redirectSaying("/django", sentence).headers.getSetCookie();
  return {
    cookie,
    read: readFlash(new Request("http://localhost/django", { headers: { Cookie: cookie.split(";")[0] ?? "" } })),
  };
}

it("what happened is said on the next page", () => {
  const answer = redirectSaying("/django", "You are a member of Django.");
  expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/django"]);
  expect(said("You are a member of Zoë’s crew; welcome.").read).toBe("You are a member of Zoë’s crew; welcome.");
});

it("a sentence with the longest of names still fits into a cookie, and breaks nothing", () => {
  for (const name of ["👩‍👩‍👧‍👦".repeat(100), `a${"😀".repeat(300)}`, "日本語".repeat(200), "\ud83d"]) {
    const { cookie, read } = said(`You are a member of ${name}.`);
    expect(cookie.length).toBeLessThan(4_096);
    expect(read?.startsWith("You are a member of ")).toBe(true);
  }
});

it.each(["portolan-said=%FF", "portolan-said=", "portolan-said", "xportolan-said=a", ""])(
  "%j says nothing",
  (Cookie) => {
    expect(readFlash(new Request("http://localhost/", { headers: { Cookie } }))).toBeNull();
  },
);

it("is forgotten once it has been said", () => {
  expect(forgetFlash).toMatch(/^portolan-said=; .*Max-Age=0/);
});
