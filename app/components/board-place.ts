import type { ReactNode } from "react";

/** What a thing on a board is given for its element: where it is, how it looks at the moment, and what it is dragged by. */
export type BoardPlace = {
  node: ((element: HTMLElement | null) => void) | null;
  /** "lifted" while it is carried, "above" where what is carried would go before it. */
  state?: "lifted" | "above";
  handle: ReactNode;
};
