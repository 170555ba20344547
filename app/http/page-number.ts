/** The page asked for, from `?page=` (or another name): a plain number from 1 to 10,000; anything else is the first page. */
export function pageNumber(url: URL, name = "page"): number {
  const asked = url.searchParams.get(name) ?? "1";
  const page = /^[1-9][0-9]{0,4}$/.test(asked) ? Number(asked) : 1;
  return Math.min(page, 10_000);
}
