import { data } from "@remix-run/node";
import { type Movable, type Moved, movedWords, notMovedWords } from "../domain/roadmap/move-words";
import { conflict, type Refusal } from "./answers";
import { redirectSaying } from "./flash";

/**
 * What a move is answered: the page where the thing stands now; or, to a drop (it comes with a field `drop`), nothing but
 * that it is done, since the page is still there. Otherwise throws the 409 that says who was faster, and where to look.
 */
export function answerMove(
  what: Movable,
  moved: Moved,
  form: FormData,
  { back, again }: { back: string; again: string },
) {
  if (moved.is !== "moved") {
    const instead: Refusal["instead"] = { href: again, label: "Choose its place again" };
    return conflict(notMovedWords(what, moved), instead);
  }
  return form.has("drop") ? data<DropAnswer>({ refused: null }) : redirectSaying(back, movedWords(what));
}

/** What a drop is answered: why it could not be, or null when it is done. */
export type DropAnswer = { refused: string | null };
