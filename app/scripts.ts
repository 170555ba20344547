import type { SignedIn } from "./auth/session.server";

/**
 * What a route says about its page's scripts, in its `handle`: `false` for a page that never needs any. Without a word,
 * pages send scripts to people who are signed in (they have something to press) and none to readers.
 */
export type Handle = { scripts?: boolean };

type Match = { handle?: unknown };

/** Whether this page, for this viewer, comes with scripts. */
export function wantsScripts(matches: readonly Match[], viewer: Pick<SignedIn, "id"> | null): boolean {
  if (!viewer) return false;
  return matches.every((match) => (match.handle as Handle | undefined)?.scripts !== false);
}
