import { limits } from "../domain/limits";
import { tidyLine } from "../domain/text";

/** The words asked for by `?search=`, as far as a search takes them; empty when nothing was. */
export const searchedFor = (request: Request): string =>
  tidyLine(new URL(request.url).searchParams.get("search") ?? "").slice(0, limits.searchCharacters);
