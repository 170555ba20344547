import { isSlug } from "../domain/roadmap/slug";
import { reservedSlugs } from "../paths";

/** The slug of the community a path would belong to, whether there is one or not. Null: it belongs to none. */
export function communityAt(pathname: string): string | null {
  const slug = pathname.split("/", 2)[1] ?? "";
  return isSlug(slug) && !reservedSlugs.includes(slug) ? slug : null;
}
