import { applyMove, isIdle, type Move, type Ordered } from "../domain/roadmap/ordering";

/** A list of a board, as it is spoken of: "Hashers", and the titles in it. */
export type BoardList = Ordered<{ id: string; title: string }> & {
  title: string;
  /** What the list takes; a thing goes to lists of its kind alone. */
  kind: string;
};

/** What a board says while something is carried over it. */

export const instructions =
  "To move it with the keyboard, press Space or Enter to pick it up, the arrow keys to choose its place, Space or Enter to put it down there, and Escape to leave it where it was.";

export const liftedWords = (lists: readonly BoardList[], id: string): string =>
  `You have picked up ${named(lists, id)}. It is ${standing(lists, id)}.`;

/** Where it would go. */
export const overWords = (lists: readonly BoardList[], move: Move): string => {
  const list = lists.find((one) => one.id === move.list);
  const before = list?.items.find((item) => item.id === move.before);
  const where = before ? `Before “${before.title}”` : "At the end";
  return `${where}: ${standing(applyMove(lists, move), move.id)}.`;
};

/** Where it went. */
export const droppedWords = (lists: readonly BoardList[], move: Move): string =>
  `${named(lists, move.id)} is ${standing(applyMove(lists, move), move.id)} now.`;

export const stayedWords = (lists: readonly BoardList[], id: string): string =>
  `${named(lists, id)} stays ${standing(lists, id)}.`;

export const titleOf = (lists: readonly BoardList[], id: string): string => {
  for (const { items } of lists) {
    const item = items.find((item) => item.id === id);
    if (item) return item.title;
  }
  return "";
};

const named = (lists: readonly BoardList[], id: string) => `“${titleOf(lists, id)}”`;

/** "2 of 5 in Hashers" */
function standing(lists: readonly BoardList[], id: string): string {
  const list = lists.find(({ items }) => items.some((item) => item.id === id));
  if (!list) return "gone";
  return `${list.items.findIndex((item) => item.id === id) + 1} of ${list.items.length} in ${list.title}`;
}

/** What a board says of a thing that is picked up, over a place, put down, and left where it was; and which moves are none. */
export type BoardWords = {
  isIdle: (lists: readonly BoardList[], move: Move) => boolean;
  lifted: (lists: readonly BoardList[], id: string) => string;
  over: (lists: readonly BoardList[], move: Move) => string;
  /** What is shown of a place under whatever is carried over it. */
  note?: (lists: readonly BoardList[], move: Move) => string;
  dropped: (lists: readonly BoardList[], move: Move) => string;
  stayed: (lists: readonly BoardList[], id: string) => string;
};

/** The words of lists in which the order counts. */
export const inOrder: BoardWords = {
  isIdle,
  lifted: liftedWords,
  over: overWords,
  dropped: droppedWords,
  stayed: stayedWords,
};
