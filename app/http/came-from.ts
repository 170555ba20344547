import { localPath } from "../paths";

/** The page of this site that the browser says it was on, as a local path; null when it says none. */
export function cameFrom(request: Request, origin: string): string | null {
  const said = request.headers.get("Referer") ?? "";
  if (!URL.canParse(said)) return null;
  const page = new URL(said);
  if (page.origin !== origin && page.origin !== new URL(request.url).origin) return null;
  return localPath(page.pathname + page.search);
}
