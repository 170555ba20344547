import {
  type Announcements,
  DndContext,
  type DragCancelEvent,
  type DragEndEvent,
  type DragOverEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  MeasuringStrategy,
  type Modifier,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { Move } from "../domain/roadmap/ordering";
import styles from "./board.module.css";
import { byHandId } from "./board-item";
import { Board_, handleId, isServer } from "./board-shared";
import { openSlotFinder, type Slot, slotOf } from "./board-slots";
import { type BoardList, type BoardWords, inOrder, instructions, titleOf } from "./board-words";

type BoardProps = {
  /** Fixed, because the server and the browser have to come to the same ids. */
  id: string;
  /** The lists as they stand, moves that are on their way included. */
  lists: readonly BoardList[];
  /** Told what was put where. Never of a move that would change nothing. */
  onMove: (move: Move) => void;
  /** What it says where the order in a list is nobody's business, and which moves would change nothing then. */
  words?: BoardWords;
  /** Told what is picked up, and (null) that it is put down. */
  onLift?: (id: string | null) => void;
  /** What became of the moves: refusals, in sentences. */
  news?: ReactNode;
  children: ReactNode;
};

/** Things people put in order by hand: with the mouse or a finger by a handle, or with the keyboard. Always beside a form. */
export function Board({ id, lists, onMove, words = inOrder, onLift, news, children }: BoardProps) {
  const [said, say] = useState("");
  const [carried, carry] = useState<string | null>(null);
  const [target, aim] = useState<Move | null>(null);
  const last = useRef<{ id: string; byKey: boolean } | null>(null);
  const isAnnounced = useRef(false);
  const greeting = useRef<ReturnType<typeof setTimeout>>();
  const [finder] = useState(openSlotFinder);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, { coordinateGetter: finder.coordinateGetter, scrollBehavior: "auto" }),
  );
  const shared = useMemo(
    () => ({ board: id, slots: isServer ? new Map() : slotsIn(lists), lists, isIdle: words.isIdle }),
    [id, lists, words.isIdle],
  );

  // An element that goes elsewhere in the page loses the focus, also when a refusal brings it back. Whoever moved it with the
  // mouse has perhaps gone on to the next by then, and the page stays where they have it.
  useEffect(() => {
    if (!last.current || document.activeElement !== document.body) return;
    handleOf(last.current.id)?.focus({ preventScroll: !last.current.byKey });
  });

  // What is known of a place may come to be known while it is held over it.
  useEffect(() => {
    if (target) say(words.over(lists, target));
  }, [words, lists, target]);

  const moveTo = ({ active, over }: DragOverEvent | DragEndEvent): Move | null => {
    const slot = over && slotOf(over);
    return slot ? { id: String(active.id), list: slot.list, before: slot.before } : null;
  };
  const lift = ({ active }: DragStartEvent) => {
    isAnnounced.current = false;
    finder.begin();
    carry(String(active.id));
    onLift?.(String(active.id));
  };
  const look = (event: DragOverEvent) => {
    const move = moveTo(event);
    const changes = move !== null && !words.isIdle(lists, move);
    // A quick hand is elsewhere before it is told that it holds something: what it is told last is where it is.
    clearTimeout(greeting.current);
    // Only now the places are measured, and from the next turn on the library listens: whoever is told finds the keys at work.
    // What has just been picked up is over its own place.
    if (!changes && !isAnnounced.current) {
      greeting.current = setTimeout(() => say(words.lifted(lists, String(event.active.id))));
    } else if (!changes && target) say(words.stayed(lists, target.id));
    isAnnounced.current = true;
    aim(changes ? move : null);
  };
  const leave = ({ active }: DragCancelEvent | DragEndEvent) => {
    letGo();
    say(words.stayed(lists, String(active.id)));
  };
  const letGo = () => {
    clearTimeout(greeting.current);
    aim(null);
    carry(null);
    onLift?.(null);
  };
  const drop = (event: DragEndEvent) => {
    const move = moveTo(event);
    last.current = { id: String(event.active.id), byKey: event.activatorEvent instanceof KeyboardEvent };
    if (!move || words.isIdle(lists, move)) return leave(event);
    letGo();
    say(words.dropped(lists, move));
    onMove(move);
    handleOf(move.id)?.focus({ preventScroll: true });
  };

  const board = (
    <Board_.Provider value={shared}>
      <div className={styles.spoken} role="status">
        {said}
      </div>
      <div hidden id={byHandId(id)}>
        Move by hand:
      </div>
      {children}
      <div className={styles.news} role="status">
        {news}
      </div>
      {isServer ? null : (
        <DragOverlay dropAnimation={null} transition={() => undefined} modifiers={[insideTheWindow]}>
          {carried === null ? null : (
            <div className={styles.carried} aria-hidden="true">
              <div className={styles.title}>{titleOf(lists, carried)}</div>
              {target && words.note ? <div className={styles.note}>{words.note(lists, target)}</div> : null}
            </div>
          )}
        </DragOverlay>
      )}
    </Board_.Provider>
  );
  if (isServer) return board;
  return (
    <DndContext
      id={id}
      sensors={sensors}
      collisionDetection={finder.collisionDetection}
      measuring={{ droppable: { strategy: MeasuringStrategy.WhileDragging } }}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: instructions } }}
      onDragStart={lift}
      onDragOver={look}
      onDragEnd={drop}
      onDragCancel={leave}
    >
      {board}
    </DndContext>
  );
}

const slotsIn = (lists: readonly BoardList[]): ReadonlyMap<string, Slot> =>
  new Map(lists.flatMap(({ id: list, kind, items }) => items.map(({ id }) => [id, { kind, list, before: id }])));

/** What is carried stays in view with all that is said of it, however far to the right it is held. */
const insideTheWindow: Modifier = ({ transform, draggingNodeRect, windowRect }) => {
  if (!draggingNodeRect || !windowRect) return transform;
  const room = windowRect.right - draggingNodeRect.left - carriedWidth;
  return { ...transform, x: Math.min(transform.x, Math.max(room, -draggingNodeRect.left)) };
};

/** As wide as its style lets it be, with what stands before it, in CSS pixels. */
const carriedWidth = 24 * 16;

const handleOf = (id: string) => document.getElementById(handleId(id));

// The library's own region interrupts; ours waits its turn.
const silence = () => undefined;
const silent: Announcements = {
  onDragStart: silence,
  onDragOver: silence,
  onDragEnd: silence,
  onDragCancel: silence,
};
