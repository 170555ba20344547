import { z } from "zod";
import { choice, optionalId, readId } from "./fields.server";

/* The forms of the pairing table, field by field. People are named by their registrations. */

/** The revision of the draft an organizer saw; null where there was none. */
const seenDraft = optionalId("The form lost track of which plan it was for. Open the plan again.");

const someone = (missing: string) =>
  z
    .string()
    .default("")
    .transform((text, refuse): number => {
      const id = readId(text);
      if (id !== null) return id;
      refuse.addIssue(missing);
      return z.NEVER;
    });

/** What a choice of seats says for “no seat”. */
const noSeat = "wait";

/** Running the engine, and publishing. */
export const seenForm = z.object({ seen: seenDraft });

/** Moving somebody: `mentor` null lets them wait; `keep` ticked holds for later runs. */
export const moveForm = z.object({
  newcomer: someone("Choose a newcomer from the list."),
  mentor: z
    .string()
    .default("")
    .transform((text, refuse): number | null => {
      if (text === noSeat) return null;
      const id = readId(text);
      if (id !== null) return id;
      refuse.addIssue("Choose a mentor, or let them wait.");
      return z.NEVER;
    }),
  keep: z.string().optional(),
  seen: seenDraft,
});

const rules = ["fixed", "forbidden", "none"] as const;

/** Fixing a pair, forbidding it, taking it back. */
export const ruleForm = z.object({
  newcomer: someone("Choose a newcomer from the list."),
  mentor: someone("Choose a mentor from the list."),
  rule: choice(rules, "Choose whether the two are fixed or forbidden."),
  seen: seenDraft,
});

/** Approving one pair. The form of a move is sent here too. */
export const pairForm = z.object({
  newcomer: someone("Choose a newcomer from the list."),
  mentor: someone("Choose the mentor they are to be paired with."),
});
