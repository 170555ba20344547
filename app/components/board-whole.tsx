import { type DraggableSyntheticListeners, useDraggable, useDroppable } from "@dnd-kit/core";
import {
  type MutableRefObject,
  type ReactNode,
  type RefObject,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import styles from "./board.module.css";
import { Board_, handleId } from "./board-shared";

/* Lists that take things anywhere, because in them there is no order. */

type BoardTargetProps = {
  list: string;
  /** The element to be. */
  as?: "li" | "div";
  /** It stays where it is while the page scrolls. */
  stays?: boolean;
  className?: string;
  children: ReactNode;
};

/** A list that takes things anywhere. What is in it is not drawn again while something is carried. */
export function BoardTarget({ list, as: Element = "li", stays = false, className, children }: BoardTargetProps) {
  const { lists, isIdle: idle } = useContext(Board_);
  const kind = lists.find((one) => one.id === list)?.kind ?? "";
  const data = useMemo(
    () => ({ slot: { kind, list, before: null, whole: stays ? "stays" : "moves" } }),
    [kind, list, stays],
  );
  const { setNodeRef, isOver, active } = useDroppable({
    id: `into:${list}`,
    data,
    // Nothing changes its size while something is carried, and hundreds of watchers would hold up the lift.
    resizeObserverConfig: { disabled: true },
  });
  const isTarget = isOver && active !== null && !idle(lists, { id: String(active.id), list, before: null });
  return (
    <Element ref={setNodeRef} className={className} data-board={isTarget ? "into" : undefined}>
      {children}
    </Element>
  );
}

type BoardHandleProps = { id: string; list: string; title: string };

/**
 * What a thing is moved by that has no order in its list. It comes to life when somebody reaches for it: hundreds of live ones
 * would all be drawn again at each list that is passed.
 */
export function BoardHandle({ id, list, title }: BoardHandleProps) {
  const { board } = useContext(Board_);
  const button = useRef<HTMLButtonElement>(null);
  const listeners = useRef<DraggableSyntheticListeners>();
  const [isLive, live] = useState(false);
  return (
    <button
      type="button"
      id={handleId(id)}
      className={styles.handle}
      ref={button}
      aria-label={`Move by hand: ${title}`}
      aria-roledescription="handle"
      aria-describedby={board}
      // At once: on a screen that is touched, the press follows without a pause.
      onPointerEnter={() => flushSync(() => live(true))}
      onFocus={() => live(true)}
      onPointerDown={(event) => listeners.current?.onPointerDown?.(event)}
      onKeyDown={(event) => listeners.current?.onKeyDown?.(event)}
    >
      {isLive ? <Grip id={id} list={list} button={button} listeners={listeners} /> : null}
    </button>
  );
}

type GripProps = Omit<BoardHandleProps, "title"> & {
  button: RefObject<HTMLButtonElement>;
  listeners: MutableRefObject<DraggableSyntheticListeners>;
};

/** The life in a handle. */
function Grip({ id, list, button, listeners }: GripProps) {
  const { lists } = useContext(Board_);
  const kind = lists.find((one) => one.id === list)?.kind ?? "";
  const data = useMemo(() => ({ slot: { kind, list, before: null, whole: "moves" } }), [kind, list]);
  const drag = useDraggable({ id, data });
  useLayoutEffect(() => {
    drag.setNodeRef(button.current);
    listeners.current = drag.listeners;
  });
  return drag.isDragging ? <span data-lifted="" /> : null;
}
