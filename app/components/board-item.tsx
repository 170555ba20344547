import { useDraggable, useDroppable } from "@dnd-kit/core";
import { type ReactElement, type ReactNode, useContext, useMemo } from "react";
import { isIdle } from "../domain/roadmap/ordering";
import styles from "./board.module.css";
import type { BoardPlace } from "./board-place";
import { Board_, handleId, isServer, type Shared } from "./board-shared";
import type { Slot } from "./board-slots";
import { type BoardList, titleOf } from "./board-words";

type BoardItemProps = {
  id: string;
  /** The id of what says its title, where many stand on a page: its handle is then named after that. */
  labelledBy?: string;
  children: (place: BoardPlace) => ReactNode;
};

function StillItem({ children, ...thing }: BoardItemProps) {
  return children({ node: null, handle: <button {...handleProps(thing, useContext(Board_))} /> });
}

function LiveItem({ children, ...thing }: BoardItemProps) {
  const { id } = thing;
  const shared = useContext(Board_);
  const { slots, lists } = shared;
  const data = useMemo(() => ({ slot: slots.get(id) }), [slots, id]);
  const { setNodeRef: setDropRef, isOver, active } = useDroppable({ id, data });
  const { setNodeRef: setDragRef, setActivatorNodeRef, listeners, isDragging } = useDraggable({ id, data });
  const node = useMemo(
    () => (element: HTMLElement | null) => {
      setDropRef(element);
      setDragRef(element);
    },
    [setDropRef, setDragRef],
  );
  const isTarget = isOver && active !== null && !isIdleSlot(lists, String(active.id), data.slot);
  return children({
    node,
    state: isDragging ? "lifted" : isTarget ? "above" : undefined,
    handle: <button ref={setActivatorNodeRef} {...handleProps(thing, shared)} {...listeners} />,
  });
}

/** A handle as it is written, on the server and in the browser. What it says to whoever reaches for it has the id of its board. */
const handleProps = ({ id, labelledBy }: Omit<BoardItemProps, "children">, { board, lists }: Shared) => ({
  type: "button" as const,
  id: handleId(id),
  className: styles.handle,
  ...(labelledBy === undefined
    ? { "aria-label": `Move by hand: ${titleOf(lists, id)}` }
    : { "aria-labelledby": `${byHandId(board)} ${labelledBy}` }),
  "aria-roledescription": "handle",
  "aria-describedby": board,
});

/** One thing that can be moved: hands its place on the board to whatever shows it. */
export const BoardItem = isServer ? StillItem : LiveItem;

/** The id of what stands before the name of a thing whose handle is named after its title. */
export const byHandId = (board: string) => `${board}-by-hand`;

function StillEnd() {
  return <div className={styles.end} />;
}

function LiveEnd({ list }: { list: string }) {
  const { lists } = useContext(Board_);
  const kind = lists.find(({ id }) => id === list)?.kind ?? "";
  const data = useMemo(() => ({ slot: { kind, list, before: null } }), [kind, list]);
  const { setNodeRef, isOver, active } = useDroppable({ id: `end:${list}`, data });
  const isTarget = isOver && active !== null && !isIdleSlot(lists, String(active.id), data.slot);
  return <div ref={setNodeRef} className={styles.end} data-board={isTarget ? "above" : undefined} />;
}

/** The end of a list, where a thing can go too. Stands right behind the list. */
export const BoardEnd: (end: { list: string }) => ReactElement = isServer ? StillEnd : LiveEnd;

const isIdleSlot = (lists: readonly BoardList[], id: string, slot: Slot | undefined) =>
  !slot || isIdle(lists, { id, list: slot.list, before: slot.before });
