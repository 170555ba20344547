import type { PairedCast } from "../support/pairs";

/** Everybody the walk needs, and in each community an offer of a theme, a task that is prepared, and somebody who is a member there alone. */
export type WalkedCast = PairedCast &
  Record<"django" | "wagtail", { offer: number; preparation: number; member: number }>;

/** An address to try, and what is at it. */
export type Address = {
  path: string;
  /**
   * `own`: what the community has. `deleted`: what it had. `missing`: what it never had. `foreign`: what another community
   * has. `malformed`: what no address looks like; `unreadable` when not even its characters can be read.
   */
  is: "own" | "deleted" | "missing" | "foreign" | "malformed" | "unreadable" | "no community";
  /** The part of the path that makes it so; it stands in answers where the path does. */
  part: string;
  /** The parameter that this part is the value of, if any. */
  name: string;
};

const numbers = ["0", "-1", "1.5", "1e3", "%201", "1%27", "%D9%A1", "9223372036854775808", "9".repeat(300)];
const slugs = ["%27", "A-Theme", "a--b", "%3Cb%3E", "%E2%80%AE", "a".repeat(300)];
/** The app answers to these itself, so that no community is called so. */
const reserved = ["api", "communities", "events", "people", "search", "static", "webhooks"];
const unreadable = ["%FF", "%00"];

/** Parameters that are numbers. */
const numbered = ["number", "pillar", "pair", "lockIn", "registration", "offer", "preparation", "person"];

/** Every address to try of a route, by its path as Remix knows it: `:community/tasks/:number`. */
export function addressesOf(path: string, { django, wagtail }: WalkedCast, token: string | null): Address[] {
  const own = values(path, django, token);
  const there = values(path, wagtail, null);
  const at = (with_: Record<string, string>) =>
    `/${path.replace(/:(\w+)/g, (_, name: string) => with_[name] ?? "").replace("*", "nowhere/at/all")}`;
  const tried = (name: string, is: Address["is"], part: string): Address => ({
    path: at({ ...own, [name]: part }),
    is,
    part,
    name,
  });

  const addresses: Address[] = [{ path: at(own), is: "own", part: "", name: "" }];
  for (const name of Object.keys(own)) {
    if (name === "community") {
      const others = path === ":community" ? [...slugs, ...reserved] : ["%27", "api"];
      for (const slug of ["nobody-here", ...others]) addresses.push(tried(name, "no community", slug));
    } else {
      const theirs = there[name] ?? "";
      if (name !== "token") addresses.push(tried(name, "foreign", theirs));
      addresses.push(tried(name, "missing", like(theirs)));
      const shapes = numbered.includes(name) ? numbers : slugs;
      for (const shape of shapes) addresses.push(tried(name, "malformed", shape));
      const gone = path.includes("/tasks/") ? django.deleted : path.includes("/questions/") ? django.withdrawn : null;
      if (name === "number" && gone !== null) addresses.push(tried(name, "deleted", String(gone)));
    }
    for (const part of unreadable) addresses.push(tried(name, "unreadable", part));
  }
  return addresses;
}

function values(path: string, stage: WalkedCast["django"], token: string | null): Record<string, string> {
  const number = path.includes("decisions")
    ? stage.decision
    : path.includes("questions")
      ? stage.question
      : (stage.ready[0] ?? 0);
  const all: Record<string, string> = {
    community: stage.slug,
    theme: stage.themeSlug,
    pillar: String(stage.pillarId),
    pair: String(stage.pair),
    offer: String(stage.offer),
    preparation: String(stage.preparation),
    person: String(stage.member),
    sprint: stage.sprint,
    lockIn: String(stage.lockIn),
    registration: String(stage.registration),
    number: String(number),
    token: token ?? "",
  };
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => name);
  const unknown = names.filter((name) => all[name] === undefined);
  if (unknown.length > 0) throw new Error(`say in tests/walk/addresses.ts what :${unknown[0]} is`);
  return Object.fromEntries(names.map((name) => [name, all[name] ?? ""]));
}

/** Something that looks like it, as long as it, and is nobody's. */
const like = (value: string): string =>
  /^\d+$/.test(value)
    ? String(Number(value) + 90_000)
        .slice(-value.length)
        .replace(/^0/, "9")
    : `${value.slice(0, -1)}x`;
