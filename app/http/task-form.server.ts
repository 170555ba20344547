import type { TaskKind } from "../domain/tasks/kinds";
import { writeSize } from "../domain/tasks/size";
import { placeValue } from "./task-fields.server";

/* What the forms of a task let people choose from, and what they chose. */

type Question = { id: number; number: number; title: string };

/** A theme's pillars as the options of a choice. */
export const pillarOptions = (pillars: readonly { id: number; title: string }[]) =>
  pillars.map(({ id, title }) => ({ value: String(id), label: title }));

/** The ids of those of these questions whose boxes were ticked; a box that is none of them counts for nothing. */
export const awaitedIds = (form: FormData, offered: readonly Question[]): number[] =>
  offered.filter(({ number }) => form.has(`question-${number}`)).map(({ id }) => id);

type Stored = {
  title: string;
  kind: TaskKind;
  sizeMinutes: number | null;
  themeId: number;
  pillarId: number | null;
  goal: string;
  start: string;
  doneWhen: string;
  verify: string;
  skills: readonly string[];
  links: string;
  notes: string;
  mentorId: number | null;
  rev: number;
};

type Numbered = { number: number };

/** A stored task as its form holds it, the questions it waits for by their numbers in `questions`. */
export const taskFormOf = (
  task: Stored,
  waits: { blockers: readonly Numbered[]; awaited: readonly Numbered[] },
): Record<string, string> => ({
  title: task.title,
  kind: task.kind,
  size: task.sizeMinutes === null ? "" : writeSize(task.sizeMinutes),
  place: placeValue(task),
  goal: task.goal,
  start: task.start,
  doneWhen: task.doneWhen,
  verify: task.verify,
  skills: task.skills.join(", "),
  links: task.links,
  notes: task.notes,
  mentor: task.mentorId === null ? "" : String(task.mentorId),
  waitsFor: numbersIn(waits.blockers.map(({ number }) => number)),
  questions: numbersIn(waits.awaited.map(({ number }) => number)),
  seen: String(task.rev),
});

/** Numbers as a form lists them, the lowest first: "12, 15". */
export const numbersIn = (numbers: readonly number[]): string => [...numbers].sort((a, b) => a - b).join(", ");

/** The fields of a task in which two writers may differ, and how each is said. */
export const taskClashFields = (choices: {
  members: readonly { id: number; name: string }[];
  places: readonly { themeId: number; pillarId: number | null; label: string }[];
}) => [
  { name: "title", label: "Title" },
  { name: "kind", label: "Kind" },
  { name: "size", label: "Size" },
  {
    name: "place",
    label: "Where it stands",
    say: (value: string) => choices.places.find((place) => placeValue(place) === value)?.label ?? "",
  },
  { name: "goal", label: "Why it matters" },
  { name: "start", label: "Where to start" },
  { name: "doneWhen", label: "Done when" },
  { name: "verify", label: "How to verify" },
  { name: "skills", label: "Skills" },
  { name: "links", label: "Links" },
  { name: "notes", label: "Notes" },
  {
    name: "mentor",
    label: "Whom to ask",
    say: (id: string) => choices.members.find((member) => String(member.id) === id)?.name ?? "",
  },
  { name: "waitsFor", label: "Waits for these tasks" },
  { name: "questions", label: "Waits for the answers to questions" },
];
