/** A list people order by hand: a roadmap's themes, a theme's pillars, a pillar's tasks. */
export type Ordered<Item extends { id: string }> = { id: string; items: readonly Item[] };

/** One thing goes to a list, before one of its items, or (null) behind the last. */
export type Move = { id: string; list: string; before: string | null };

/**
 * The lists as they are once the move is made: the same things, each once. A move of a thing that is not there, or to a
 * list that is not there, changes nothing; before something that has gone, it goes to the end.
 */
export function applyMove<Item extends { id: string }, List extends Ordered<Item>>(
  lists: readonly List[],
  move: Move,
): readonly List[] {
  const thing = lists.flatMap(({ items }) => items).find(({ id }) => id === move.id);
  if (!thing || move.before === move.id || !lists.some(({ id }) => id === move.list)) return lists;
  return lists.map((list) => {
    const others = list.items.filter(({ id }) => id !== move.id);
    if (list.id !== move.list) return others.length === list.items.length ? list : { ...list, items: others };
    const found = others.findIndex(({ id }) => id === move.before);
    const at = found === -1 ? others.length : found;
    return { ...list, items: [...others.slice(0, at), thing, ...others.slice(at)] };
  });
}

/** Whether a move would leave everything where it is. */
export function isIdle<Item extends { id: string }>(lists: readonly Ordered<Item>[], move: Move): boolean {
  if (move.before === move.id) return true;
  const items = lists.find(({ id }) => id === move.list)?.items ?? [];
  const at = items.findIndex(({ id }) => id === move.id);
  return at !== -1 && (items[at + 1]?.id ?? null) === move.before;
}

/** A place a thing could go to: a list, and what it would stand before there (null: at the end). `isNow`: where it stands. */
export type Choice<Item> = { list: string; before: Item | null; isNow: boolean };

/** Every place of these lists that the thing `id` could go to, in order. */
export const choicesFor = <Item extends { id: string }>(lists: readonly Ordered<Item>[], id: string): Choice<Item>[] =>
  lists.flatMap((list) =>
    [...list.items.filter((item) => item.id !== id), null].map((before) => ({
      list: list.id,
      before,
      isNow: isIdle(lists, { id, list: list.id, before: before?.id ?? null }),
    })),
  );
