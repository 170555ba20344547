/** A route as a build lists it: its own part of the path, and the route it stands in. */
type Listed = { id: string; parentId?: string; path?: string };

/**
 * Finds the ids of the routes that a path can mean, with those they stand in. It may name a
 * route too many, never one too few: which of them it is, is for the router to say.
 */
export function routeFinder(
  routes: Readonly<Record<string, Listed | undefined>>,
): (pathname: string) => readonly string[] {
  const listed = Object.values(routes).flatMap((route) => (route ? [route] : []));
  const patterns = listed.map((route) => ({ ids: withParents(routes, route), segments: segmentsOf(routes, route) }));
  const always = patterns.filter(({ segments }) => segments.some(isAnyNumber)).flatMap(({ ids }) => ids);
  const byLength = new Map<number, typeof patterns>();
  for (const pattern of patterns) {
    const { length } = pattern.segments;
    byLength.set(length, [...(byLength.get(length) ?? []), pattern]);
  }
  return (pathname) => {
    const asked = pathname.split("/").filter(Boolean).map(plain);
    const wanted = new Set(always);
    for (const { ids, segments } of byLength.get(asked.length) ?? []) {
      if (segments.every((segment, at) => isOpen(segment) || segment === asked[at])) {
        for (const id of ids) wanted.add(id);
      }
    }
    return [...wanted].sort();
  };
}

function withParents(routes: Readonly<Record<string, Listed | undefined>>, route: Listed): string[] {
  const parent = route.parentId === undefined ? undefined : routes[route.parentId];
  return parent ? [...withParents(routes, parent), route.id] : [route.id];
}

const segmentsOf = (routes: Readonly<Record<string, Listed | undefined>>, route: Listed): string[] =>
  withParents(routes, route)
    .flatMap((id) => routes[id]?.path?.split("/") ?? [])
    .filter(Boolean)
    .map((segment) => segment.toLowerCase());

/** A word of a path, in the letters it is compared by. */
function plain(segment: string): string {
  try {
    return decodeURIComponent(segment).toLowerCase();
  } catch {
    return segment.toLowerCase();
  }
}

/** A segment that stands for any word; one that cannot be compared letter by letter is taken for such. */
const isOpen = (segment: string) => segment.startsWith(":") || segment.includes("%");

/** A segment that stands for several words, or for none. */
const isAnyNumber = (segment: string) => segment === "*" || segment.endsWith("?");
