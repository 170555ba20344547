import { z } from "zod";
import { directions } from "../domain/roadmap/placing";
import { isSlug } from "../domain/roadmap/slug";
import { type Chosen, choice, oneOf, readId } from "./fields.server";

/* The forms that move something of a roadmap, field by field. */

/** One place up or down. */
export const positionForm = z.object({
  direction: choice(directions, "A thing moves up or down. Go back and use the arrows."),
});

const lost = "This form has lost where the thing goes. Go back, and choose its place again.";

/** The board's rev when its order was last looked at, from a hidden field. */
const seenOrder = z
  .string({ error: lost })
  .regex(/^[0-9]{1,15}$/, lost)
  .transform(Number);

/** A theme goes before another one, by its address, or (empty) to the end. */
export const themePositionForm = z.object({
  before: z
    .string({ error: lost })
    .refine((slug) => slug === "" || isSlug(slug), lost)
    .transform((slug) => slug || null),
  seen: seenOrder,
});

/** A pillar goes before another one, by its number, or (empty) to the end. */
export const pillarPositionForm = z.object({
  before: z
    .string({ error: lost })
    .refine((id) => id === "" || readId(id) !== null, lost)
    .transform(readId),
  seen: seenOrder,
});

/** The value of a choice of places for a task: the pillar's number (or none), a slash, the number of the task it goes before (or none). */
export const taskPlaceValue = (pillarId: number | null, before: number | null) => `${pillarId ?? ""}/${before ?? ""}`;

/** A task goes to a place like that in the theme `to`, and was seen in the theme `from`. */
export const taskPositionForm = z.object({
  from: z.string({ error: lost }).transform((text, refuse) => readId(text) ?? refused(refuse)),
  to: z.string({ error: lost }).transform((text, refuse) => readId(text) ?? refused(refuse)),
  place: z.string({ error: lost }).transform((value, refuse) => {
    const [pillar = "", before = "", ...more] = value.split("/");
    const [pillarId, task] = [readId(pillar), readId(before)];
    const isWrong = more.length > 0 || !value.includes("/") || (pillar && !pillarId) || (before && !task);
    return isWrong ? refused(refuse) : { pillarId, before: task };
  }),
  seen: seenOrder,
});

const refused = (refuse: z.RefinementCtx): never => {
  refuse.addIssue(lost);
  return z.NEVER;
};

/** The theme to which a pillar goes. */
export const branchForm = (themes: readonly Chosen[]) =>
  z.object({
    to: oneOf(themes, "Choose a theme from the list.").superRefine((id, refuse) => {
      if (id === null) refuse.addIssue("Choose the theme it goes to.");
    }),
  });
