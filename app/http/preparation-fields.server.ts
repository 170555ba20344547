import { z } from "zod";
import { limits } from "../domain/limits";
import { preparationKinds } from "../domain/preparations/words";
import { choice, line, optionalId, prose, seen } from "./fields.server";

/* The forms of a piece of preparation. */

/** A piece of preparation: of a theme, and of the task or question in it with this number. */
export const preparationForm = z.object({
  kind: choice(preparationKinds, "Choose what to prepare."),
  theme: line("The theme", "Say of which theme."),
  about: optionalId("That is no number."),
});

/** The guidance of a task, as whoever prepares it writes it. */
export const preparedTaskForm = z.object({
  goal: prose("The goal"),
  start: prose("Where to start"),
  doneWhen: prose("“Done when”"),
  verify: prose("How to verify"),
  seen,
});

/** How a preparation is handed back. */
export const preparationEndingForm = z.object({ note: prose("The note", limits.handOverGraphemes) });
