import { z } from "zod";
import { limits } from "../domain/limits";
import { readSkills } from "../domain/people/word-list";
import { mostWaits } from "../domain/roadmap/deeds";
import { directions } from "../domain/roadmap/placing";
import { isSlug } from "../domain/roadmap/slug";
import { themeStates } from "../domain/roadmap/theme-states";
import { guessKind } from "../domain/tasks/guess-kind";
import { guidanceFields } from "../domain/tasks/guidance";
import { isTaskKind, type TaskKind } from "../domain/tasks/kinds";
import { proposalFor } from "../domain/tasks/proposals";
import { readSize, writeSize } from "../domain/tasks/size";
import { tidyLine } from "../domain/text";
import { choice, line, optionalId, optionalLine, prose, readId, requiredProse, seen } from "./fields.server";

/* The forms of a roadmap, field by field. */

type Chosen = { id: number };

/** One of these by its id, or null for nobody. */
const oneOf = (options: readonly Chosen[], wrong: string) =>
  optionalId(wrong).superRefine((id, refuse) => {
    if (id !== null && !options.some((option) => option.id === id)) refuse.addIssue(wrong);
  });

const member = (members: readonly Chosen[]) =>
  oneOf(members, "Choose somebody from the list, or nobody. They may have left meanwhile.");

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

/** What an experiment or a piece of research showed, and which of these questions it says something about. */
export const findingsForm = (questions: readonly Chosen[]) =>
  z.object({
    findings: requiredProse("What it showed", "Write what it showed. That it showed nothing is a finding too."),
    question: oneOf(questions, "Choose one of the theme's questions, or none."),
    seen: optionalId("The form lost track of which version it was for. Open it again."),
  });

/** The answer to a question. */
export const decisionForm = z.object({
  answer: requiredProse("The answer", "Write the answer."),
  reason: prose("The reason"),
  rejected: prose("What was turned down"),
});

const sentText = z.string().default("");

/** Where in the list of nearly ready tasks a form stood, if it stood there: see `list-place.server.ts`. */
const inList = { show: z.string().optional(), page: sentText, after: sentText };

/** A text of guidance that a task lacks. */
export const guidanceForm = z.object({
  guidance: requiredProse("The text", "Write what is missing, or leave the task for later."),
  field: choice(guidanceFields, "Go back to the list, and write into one of its forms."),
  ...inList,
});

/** "It is still true." */
export const checkForm = z.object(inList);

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

/** The parts a task is divided into, as an outline. */
export const divisionForm = z.object({
  parts: requiredProse("The parts", "Write what it becomes, one task a line."),
  keeps: optionalId("Choose one of the parts by its place: 1 is the first."),
  seen,
});

/** The theme to which a pillar goes. */
export const branchForm = (themes: readonly Chosen[]) =>
  z.object({
    to: oneOf(themes, "Choose a theme from the list.").superRefine((id, refuse) => {
      if (id === null) refuse.addIssue("Choose the theme it goes to.");
    }),
  });

/** The task into which another one goes. */
export const mergingForm = z.object({
  into: z
    .string()
    .default("")
    .transform((text, refuse): number => {
      const number = readId(text.trim().replace(/^#/, ""));
      if (number !== null) return number;
      refuse.addIssue("Write the number of the task that stays, such as 12.");
      return z.NEVER;
    }),
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

const size = optionalLine("The size").transform((words, refuse): number | null => {
  if (words === "") return null;
  const minutes = readSize(words);
  if (minutes === null)
    refuse.addIssue("Choose a size from the list, or write one like “2h”, “half a day” or “3 days”.");
  else if (minutes > limits.taskMinutesMost) {
    refuse.addIssue(`A task may take ${writeSize(limits.taskMinutesMost)} at most. Divide it instead.`);
  }
  return minutes;
});

const skills = optionalLine("The skills", limits.wordsMost * (limits.wordGraphemes + 2)).transform(
  (text, refuse): string[] => {
    const read = readSkills(text, "Skills");
    if (read.ok) return read.words;
    refuse.addIssue(read.because);
    return z.NEVER;
  },
);

const taskNumbers = optionalLine("The list", 1_000).transform((text, refuse): number[] => {
  const words = text.split(/[\s,;]+/).filter((word) => word !== "");
  const numbers = words.map((word) => readId(word.replace(/^#/, "")));
  const known = numbers.filter((number) => number !== null);
  if (known.length < numbers.length) refuse.addIssue("Write the numbers of tasks with commas between them: 12, 15.");
  else if (known.length > limits.blockersMost) refuse.addIssue(mostWaits);
  return [...new Set(known)];
});

const taskFields = (members: readonly Chosen[]) => ({
  title: line("Title", "Write a title for the task."),
  kind: z
    .string()
    .default("")
    .superRefine((word, refuse) => {
      if (word !== "" && !isTaskKind(word)) refuse.addIssue("Choose one of the kinds.");
    }),
  size,
  goal: prose("The goal"),
  start: prose("Where to start"),
  doneWhen: prose("“Done when”"),
  verify: prose("How to verify"),
  skills,
  links: prose("The links"),
  notes: prose("The notes"),
  mentor: member(members),
  waitsFor: taskNumbers,
});

/** What a task is to wait for: a number, or words of a title. */
export const blockerForm = z.object({
  task: line("That", "Write a task's number, or words of its title.", limits.searchCharacters),
});

/** What a task waits for no longer. */
export const blockerRemovalForm = z.object({
  task: z
    .string()
    .default("")
    .transform((text, refuse): number => {
      const number = readId(text);
      if (number === null) refuse.addIssue("Choose a task to take out. Go back and do it there.");
      return number ?? 0;
    }),
});

/** A new task, in one of the theme's pillars or in none. */
export const newTaskForm = (members: readonly Chosen[], pillars: readonly Chosen[]) =>
  z.object({ ...taskFields(members), pillar: oneOf(pillars, "Choose one of the theme's pillars, or none.") });

/** A place a task can stand in: a theme, and a pillar of it or none. */
export type Place = { themeId: number; pillarId: number | null };

/** A place as the value of a choice. */
export const placeValue = ({ themeId, pillarId }: Place) =>
  pillarId === null ? `${themeId}` : `${themeId}/${pillarId}`;

/** A task that is edited, which may go to another of these places. */
export const taskEditForm = (members: readonly Chosen[], places: readonly Place[]) =>
  z.object({
    ...taskFields(members),
    place: z
      .string()
      .default("")
      .transform((value, refuse): Place => {
        const found = places.find((place) => placeValue(place) === value);
        if (found) return { themeId: found.themeId, pillarId: found.pillarId };
        refuse.addIssue("Choose a place from the list.");
        return z.NEVER;
      }),
    seen,
  });

/** What of a parsed task form a task is made of. A kind nobody chose is read from the title. */
export const taskTextOf = (values: z.output<z.ZodObject<ReturnType<typeof taskFields>>>) => ({
  title: values.title,
  kind: kindOf(values.kind, values.title),
  sizeMinutes: values.size,
  goal: values.goal,
  start: values.start,
  doneWhen: values.doneWhen,
  verify: values.verify,
  skills: values.skills,
  links: values.links,
  notes: values.notes,
  mentorId: values.mentor,
});

const kindOf = (word: string, title: string): TaskKind => (isTaskKind(word) ? word : guessKind(title));

/** A typed task form with the proposals of its kind in the fields that say nothing. */
export function withProposal(typed: Record<string, string>): Record<string, string> {
  const kind = kindOf(typed.kind ?? "", tidyLine(typed.title ?? ""));
  const { doneWhen, verify } = proposalFor(kind);
  const orElse = (text: string | undefined, proposed: string) => (text && text.trim() !== "" ? text : proposed);
  return { ...typed, kind, doneWhen: orElse(typed.doneWhen, doneWhen), verify: orElse(typed.verify, verify) };
}
