import type { Collision, CollisionDetection, DroppableContainer, KeyboardCoordinateGetter } from "@dnd-kit/core";

/*
 * Where a thing can be put down: before each thing of its kind, and at the end of each list. Nothing moves aside while
 * something is carried; a line shows where it would go. So a slot is a height on the page, and the nearest one counts.
 */

/** What each slot says about itself: the kind of thing it takes, its list, and (null: the end) what it is before. */
export type Slot = {
  kind: string;
  list: string;
  before: string | null;
  /** The whole list takes what is carried anywhere: in it there is no order. "stays": also while the page scrolls under it. */
  whole?: "moves" | "stays";
};

export const slotOf = (container: { data: { current?: Record<string, unknown> } }): Slot | undefined =>
  container.data.current?.slot as Slot | undefined;

type Placed = { id: string; slot: Slot; left: number; right: number; y: number; until: number };

type Rect = { top: number; left: number; right: number; bottom: number };
type Rects = Map<DroppableContainer["id"], Rect | undefined>;

function slotsFor(containers: Iterable<DroppableContainer>, rects: Rects, kind: string | undefined): Placed[] {
  const placed: Placed[] = [];
  for (const container of containers) {
    const slot = slotOf(container);
    // The library takes everything to scroll with the page.
    const rect = slot?.whole === "stays" ? container.node.current?.getBoundingClientRect() : rects.get(container.id);
    if (!slot || !rect || slot.kind !== kind || container.disabled) continue;
    placed.push({
      id: String(container.id),
      slot,
      left: rect.left,
      right: rect.right,
      y: rect.top,
      until: slot.whole ? rect.bottom : rect.top,
    });
  }
  return placed.sort((a, b) => a.left - b.left || a.y - b.y);
}

/** How one board finds the slot that something is held over. */
export type SlotFinder = {
  collisionDetection: CollisionDetection;
  coordinateGetter: KeyboardCoordinateGetter;
  /** Something else is picked up. */
  begin: () => void;
};

/**
 * With the mouse or a finger it is the slot nearest to the pointer. With the keyboard it is the one that the last key went to,
 * also when the page has moved since: an answer that comes, or what a colleague does, makes lists longer and shorter.
 */
export function openSlotFinder(): SlotFinder {
  let chosen: string | null = null;
  return {
    begin: () => {
      chosen = null;
    },
    collisionDetection: (held) => {
      const isThere = held.droppableContainers.some(({ id, disabled }) => id === chosen && !disabled);
      return chosen !== null && isThere && !held.pointerCoordinates ? [{ id: chosen }] : nearestSlot(held);
    },
    coordinateGetter: (event, { context }) => {
      const to = nextSlot(event, context);
      if (!to) return undefined;
      chosen = to.id;
      // On its edge it would touch the list above as well.
      return { x: to.left, y: to.slot.whole ? to.y + 1 : to.y };
    },
  };
}

/** The slot nearest to the pointer, or to the top of what the keyboard has just picked up. */
const nearestSlot: CollisionDetection = ({
  active,
  collisionRect,
  droppableContainers,
  droppableRects,
  pointerCoordinates,
}): Collision[] => {
  const at = pointerCoordinates ?? { x: collisionRect.left + 1, y: collisionRect.top };
  const slots = slotsFor(droppableContainers, droppableRects as Rects, slotOf(active)?.kind);
  const away = ({ left, right, y, until }: Placed) =>
    Math.max(0, y - at.y, at.y - until) + 4 * Math.max(0, left - at.x, at.x - right);
  const nearest = slots.reduce<Placed | null>((best, slot) => (best && away(best) <= away(slot) ? best : slot), null);
  // Whoever is let go of far from every list was not meant for one.
  if (nearest?.slot.whole && away(nearest) > nearby) return [];
  return nearest ? [{ id: nearest.id }] : [];
};

const nearby = 64;

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
const leaps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Up and down go from slot to slot, across lists; left and right to the beginning of the list before and after. Of lists that
 * take things anywhere, up and down go to the one above and below, or else, like left and right, to the one before and after.
 */
function nextSlot(
  event: KeyboardEvent,
  { active, over, droppableContainers, droppableRects }: Parameters<KeyboardCoordinateGetter>[1]["context"],
): Placed | undefined {
  const [step, leap] = [steps[event.code], leaps[event.code]];
  if (!active || (step === undefined && leap === undefined)) return undefined;
  event.preventDefault();
  const own = slotOf(active);
  const all = slotsFor(droppableContainers.getEnabled(), droppableRects as unknown as Rects, own?.kind);
  const at = all.findIndex(({ id }) => id === active.id);
  // Right behind itself is where it is already.
  const slots = all.filter((slot, index) => index !== at + 1 || slot.slot.list !== own?.list);
  if (own?.whole) return wholeBeside(inReadingOrder(all, droppableContainers), own, over?.id, step, leap);
  const here = Math.max(
    0,
    slots.findIndex(({ id }) => id === (over?.id ?? active.id)),
  );
  return step === undefined ? beginningOf(slots, here, leap ?? 0) : slots[here + step];
}

function wholeBeside(lists: readonly Placed[], own: Slot, over: unknown, step = 0, leap = 0) {
  const here = Math.max(
    0,
    lists.findIndex(({ id, slot }) => (over ? id === over : slot.list === own.list)),
  );
  const at = lists[here];
  const column = lists.filter(({ left, y }) => left === at?.left && (y - at.y) * step > 0);
  const below = column.reduce<Placed | undefined>(
    (best, one) => (best && (one.y - best.y) * step > 0 ? best : one),
    undefined,
  );
  return below ?? lists[here + (step || leap)];
}

function inReadingOrder(slots: readonly Placed[], containers: { get(id: string): DroppableContainer | undefined }) {
  const nodeOf = ({ id }: Placed) => containers.get(id)?.node.current;
  return [...slots].sort((a, b) => {
    const [one, other] = [nodeOf(a), nodeOf(b)];
    return one && other && one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  });
}

function beginningOf(slots: readonly Placed[], here: number, leap: number): Placed | undefined {
  const lists = [...new Set(slots.map(({ slot }) => slot.list))];
  const list = lists[lists.indexOf(slots[here]?.slot.list ?? "") + leap];
  return slots.find(({ slot }) => slot.list === list);
}
