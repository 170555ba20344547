import { z } from "zod";
import { limits } from "../domain/limits";
import { readSkills } from "../domain/people/word-list";
import { mostWaits } from "../domain/roadmap/deeds";
import { guessKind } from "../domain/tasks/guess-kind";
import { guidanceFields } from "../domain/tasks/guidance";
import { isTaskKind, type TaskKind } from "../domain/tasks/kinds";
import { proposalFor } from "../domain/tasks/proposals";
import { readSize, writeSize } from "../domain/tasks/size";
import { tidyLine } from "../domain/text";
import {
  type Chosen,
  choice,
  line,
  member,
  oneOf,
  optionalId,
  optionalLine,
  prose,
  readId,
  requiredProse,
  seen,
} from "./fields.server";

/* The forms of a task, field by field. */

/** What an experiment or a piece of research showed, and which of these questions it says something about. */
export const findingsForm = (questions: readonly Chosen[]) =>
  z.object({
    findings: requiredProse("What it showed", "Write what it showed. That it showed nothing is a finding too."),
    question: oneOf(questions, "Choose one of the theme's questions, or none."),
    seen: optionalId("The form lost track of which version it was for. Open it again."),
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

/** The parts a task is divided into, as an outline. */
export const divisionForm = z.object({
  parts: requiredProse("The parts", "Write what it becomes, one task a line."),
  keeps: optionalId("Choose one of the parts by its place: 1 is the first."),
  seen,
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
