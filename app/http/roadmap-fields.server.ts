import { z } from "zod";
import { limits } from "../domain/limits";
import { themeStates } from "../domain/roadmap/theme-states";
import { type Chosen, choice, line, member, optionalId, prose, requiredProse, seen } from "./fields.server";

/* The forms of a roadmap, field by field: themes and what they are made of, but for tasks. */

/** A theme: what both its forms ask. */
export const themeForm = z.object({
  title: line("Title", "Write a title for the theme."),
  why: prose("The why"),
  state: choice(themeStates, "Choose one of the states."),
});

/** A theme that is edited. */
export const themeEditForm = themeForm.extend({ seen });

/** An offer of a theme: to one of these, or to whoever sends it. */
export const championOfferForm = (members: readonly Chosen[]) =>
  z.object({ person: member(members), note: prose("The note", limits.claimNoteGraphemes) });

/** The answer to an offer of a theme. */
export const championAnswerForm = z.object({
  answer: choice(["accepted", "declined", "withdrawn"], "An offer is accepted, declined or taken back."),
});

/** How a champion stops. */
export const championEndingForm = z.object({ note: prose("The note", limits.handOverGraphemes) });

/** A pillar. */
export const pillarForm = z.object({
  title: line("The name", "Write a name for the pillar."),
  intro: prose("The introduction"),
});

/** A pillar that is edited. */
export const pillarEditForm = pillarForm.extend({ seen });

/** A question. */
export const questionForm = (members: readonly Chosen[]) =>
  z.object({
    title: line("The question", "Write the question."),
    notes: prose("What is known so far"),
    owner: member(members),
  });

/** A question that is edited, which may go to another of these themes. */
export const questionEditForm = (members: readonly Chosen[], themes: readonly Chosen[]) =>
  questionForm(members).extend({
    theme: optionalId("Choose a theme from the list.").transform((id, refuse): number => {
      if (id !== null && themes.some((theme) => theme.id === id)) return id;
      refuse.addIssue("Choose a theme from the list.");
      return z.NEVER;
    }),
    seen,
  });

/** The answer to a question. */
export const decisionForm = z.object({
  answer: requiredProse("The answer", "Write the answer."),
  reason: prose("The reason"),
  rejected: prose("What was turned down"),
});

const wholeText = z
  .string()
  .default("")
  .transform((text) => text.replace(/\r\n?/g, "\n"));

/** A theme as it was written at its desk: the text it began at, what it is now, and what may be taken off. */
export const deskForm = z.object({
  outline: wholeText.superRefine((text, refuse) => {
    const [most, have] = [limits.outlineCharacters, text.length].map((count) => count.toLocaleString("en"));
    if (text.length > limits.outlineCharacters)
      refuse.addIssue(`An outline must be ${most} characters or fewer (you have ${have}). Write a second theme.`);
  }),
  base: wholeText.superRefine((text, refuse) => {
    if (text === "") refuse.addIssue("The form lost track of the text it began with. Open the desk again.");
  }),
  takeOff: z.string().default(""),
});
