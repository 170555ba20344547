/**
 * The hosts this server answers to. With a configured origin, that host alone; on one's own machine the names of the
 * machine itself, on any port. Whatever else a Host header says, no link or cookie may be made from it.
 */
export function isKnownHost(host: string, origin: string | null): boolean {
  if (origin && new URL(origin).host === host.toLowerCase()) return true;
  return isThisMachine(host);
}

const isThisMachine = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host);

/**
 * Whether a changing request comes from our own pages. A browser says so itself (`Sec-Fetch-Site`); an old one sends
 * `Origin`, which must be this site to the letter. Neither: refused. `Sec-Fetch-Site: same-site` is a sibling
 * subdomain, and not us.
 */
export function isFromHere(headers: Headers, host: string, origin: string | null): boolean {
  const site = headers.get("Sec-Fetch-Site");
  if (site !== null) return site === "same-origin";
  const from = headers.get("Origin");
  if (from === null) return false;
  return from === origin || (isThisMachine(host) && from === `http://${host}`);
}
