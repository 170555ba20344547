import { type RefObject, useEffect } from "react";

/**
 * While somebody writes in `area`, marks in `side` what the line at the caret becomes, and brings it into sight there. The
 * page itself stays where it is. `side` holds elements that carry their line as `data-line`; `shown`: what they show now.
 */
export function useFollowing(area: RefObject<HTMLTextAreaElement>, side: RefObject<HTMLElement>, shown: unknown) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: when something else is shown, the line stands elsewhere
  useEffect(() => {
    const follow = () => {
      if (!area.current || !side.current || document.activeElement !== area.current) return;
      const written = area.current.value.slice(0, area.current.selectionStart);
      const here = markLine(side.current, written.split("\n").length);
      if (here) bringIntoSight(side.current, here);
      else side.current.scrollTop = 0;
    };
    follow();
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [area, side, shown]);
}

/** Marks what `line` belongs to: itself, or the nearest one above, because a task's lines stand under it. */
function markLine(side: HTMLElement, line: number): HTMLElement | null {
  let here: HTMLElement | null = null;
  for (const one of side.querySelectorAll<HTMLElement>("[data-line]")) {
    delete one.dataset.here;
    const at = Number(one.dataset.line);
    if (at <= line && at > Number(here?.dataset.line ?? 0)) here = one;
  }
  if (here) here.dataset.here = "";
  return here;
}

/** Scrolls `side` alone, and only if it has to: what is looked for then stands a third from the top. */
function bringIntoSight(side: HTMLElement, here: HTMLElement) {
  const [outer, inner] = [side.getBoundingClientRect(), here.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  side.scrollTop += inner.top - outer.top - side.clientHeight / 3;
}
