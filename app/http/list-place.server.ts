import { paths } from "../paths";
import { readId } from "./fields.server";

type Typed = Readonly<Record<string, string | undefined>>;

/** Where in the list of nearly ready tasks a form came from; null when it came from somewhere else. */
export function placeIn(typed: Typed): { show: string; page: number; after: number | null } | null {
  if (typed.show === undefined) return null;
  return { show: typed.show, page: readId(typed.page) ?? 1, after: readId(typed.after) };
}

/** The way back to the list, to the row that is next: the same one while it still lacks something. */
export const backToList = (
  community: { slug: string },
  { show, page, after }: NonNullable<ReturnType<typeof placeIn>>,
  same: { number: number } | null,
): string => paths.nearlyReady(community, { show, page, at: same?.number ?? after ?? undefined });
