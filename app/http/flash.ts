import { redirect } from "@remix-run/node";

const name = "portolan-said";

/** Post, redirect, get, and say on the next page what happened, once. `sentence` is ours, never a visitor's text. */
export function redirectSaying(path: string, sentence: string, headers: [string, string][] = []) {
  return redirect(path, {
    status: 303,
    headers: [
      ...headers,
      [
        "Set-Cookie",
        `${name}=${encodeURIComponent(sentence.slice(0, 400).toWellFormed())}; Path=/; Max-Age=60; HttpOnly; SameSite=Lax`,
      ],
    ],
  });
}

/** What the last action said, if the page at hand is the first since. */
export function readFlash(request: Request): string | null {
  const found = /(?:^|;\s*)portolan-said=([^;]*)/.exec(request.headers.get("Cookie") ?? "")?.[1];
  if (!found) return null;
  try {
    return decodeURIComponent(found);
  } catch {
    return null;
  }
}

/** The header that forgets it. */
export const forgetFlash = `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
