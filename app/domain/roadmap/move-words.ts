/** What can be moved, by its word. */
export type Movable = "theme" | "pillar" | "task";

/** What became of a move; unless it is "moved", everything stands where it stood. */
export type Moved =
  /** It stands there now, put there with this `rev` of its board; `theme`: the one it is, or stands in. */
  | { is: "moved"; rev: number; theme: { slug: string } }
  /** `by` moved it since the mover saw it. `elsewhere`: to another theme. */
  | { is: "stale"; by: string | null; elsewhere?: boolean }
  /** The neighbour, pillar or theme it was to go to has gone. */
  | { is: "nowhere" }
  /** It is not there itself: never was, or deleted. */
  | { is: "missing" };

/** What was done, as a sentence. */
export const movedWords = (what: Movable): string => `The ${what} has moved.`;

/** Why a move was not made, as a sentence. */
export function notMovedWords(what: Movable, moved: Exclude<Moved, { is: "moved" }>): string {
  if (moved.is !== "stale") {
    return `The place this ${what} was to go to is not there any more: somebody moved or removed what it was to stand by. Choose its place again.`;
  }
  const who = moved.by ?? "Somebody";
  return moved.elsewhere
    ? `${who} moved this ${what} to another theme a moment ago, so it stays there. Move it from there if you like.`
    : `${who} moved this ${what} a moment ago, so it stays where they put it. See where it stands now, then move it again if you like.`;
}
