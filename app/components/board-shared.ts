import { createContext } from "react";
import { isIdle } from "../domain/roadmap/ordering";
import type { Slot } from "./board-slots";
import type { BoardList, BoardWords } from "./board-words";

/** What the parts of a board know of it. */
export type Shared = {
  /** The id of the board, and of what it says to whoever reaches for a handle. */
  board: string;
  slots: ReadonlyMap<string, Slot>;
  lists: readonly BoardList[];
  isIdle: BoardWords["isIdle"];
};

/** The board around a thing. */
export const Board_ = createContext<Shared>({ board: "", slots: new Map(), lists: [], isIdle });

/** The id of the handle a thing is moved by. */
export const handleId = (id: string) => `handle-${id}`;

/**
 * Nothing is carried on the server, where what the library keeps of each thing was a fifth of what a large board cost. It draws
 * nothing of its own before something is carried, so that the browser finds what it would have drawn.
 */
export const isServer = typeof document === "undefined";
