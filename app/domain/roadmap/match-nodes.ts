import type { Desk } from "./desk";
import type { DeskNode } from "./desk-marks";
import { tasksOf } from "./outline-tasks";
import type { Outline, OutlinePillar, OutlineQuestion, OutlineTask, OutlineTheme } from "./outline-types";
import { Matches } from "./reconcile-match";
import type { StoredPillar, StoredQuestion, StoredRoadmap, StoredTask, StoredTheme } from "./reconcile-types";

/** Which node of a file, or of a desk, is which stored one. */
export type AllMatches = {
  themes: Matches<OutlineTheme, StoredTheme>;
  questions: Matches<OutlineQuestion, StoredQuestion>;
  pillars: Matches<OutlinePillar, StoredPillar>;
  tasks: Matches<OutlineTask, StoredTask>;
};

/**
 * Same titles first (in the same pillar, in the same theme, anywhere), then, inside a theme, titles that were put right:
 * a typo that is fixed must not make a second task.
 */
export function matchAll(outline: Outline, existing: StoredRoadmap): AllMatches {
  const match: AllMatches = {
    themes: new Matches(),
    questions: new Matches(),
    pillars: new Matches(),
    tasks: new Matches(),
  };
  match.themes.byTitle(outline.themes, existing.themes);
  match.themes.bySimilarity(outline.themes, existing.themes);
  const both = outline.themes.flatMap((file) => {
    const stored = match.themes.of(file);
    return stored ? [{ file, stored }] : [];
  });
  for (const { file, stored } of both) {
    match.pillars.byTitle(file.pillars, stored.pillars);
    match.pillars.bySimilarity(file.pillars, stored.pillars);
    match.questions.byTitle(file.questions, stored.questions);
    const pillarOf = new Map(
      file.pillars.flatMap((pillar) => pillar.tasks.map((task) => [task, match.pillars.of(pillar)?.id ?? "new"])),
    );
    match.tasks.byTitle(
      tasksOf(file),
      stored.tasks,
      (task) => pillarOf.get(task) ?? "",
      (task) => task.pillarId ?? "",
    );
    match.tasks.byTitle(tasksOf(file), stored.tasks);
  }
  match.questions.byTitle(
    outline.themes.flatMap((theme) => theme.questions),
    existing.themes.flatMap((theme) => theme.questions),
  );
  match.tasks.byTitle(
    outline.themes.flatMap(tasksOf),
    existing.themes.flatMap((theme) => theme.tasks),
  );
  for (const { file, stored } of both) {
    match.questions.bySimilarity(file.questions, stored.questions);
    match.tasks.bySimilarity(tasksOf(file), stored.tasks, sameWork);
  }
  return match;
}

/** A desk knows its lines by their marks; a line that lost its mark, by its title among what is left of the theme. */
export function matchDesk({ theme, marks }: Desk, stored: StoredTheme): AllMatches {
  const match: AllMatches = {
    themes: new Matches(),
    questions: new Matches(),
    pillars: new Matches(),
    tasks: new Matches(),
  };
  match.themes.pair(theme, stored);
  const byMark = <File extends DeskNode, Stored extends { title: string }>(
    matches: Matches<File, Stored>,
    files: File[],
    known: Stored[],
    markOf: (one: Stored) => string,
  ) => {
    const found = new Map(known.map((one) => [markOf(one), one]));
    for (const file of files) {
      const one = found.get(marks.get(file) ?? "");
      if (one) matches.pair(file, one);
    }
    matches.byTitle(files, known);
  };
  byMark(match.pillars, theme.pillars, stored.pillars, ({ id }) => `#p${id}`);
  byMark(match.questions, theme.questions, stored.questions, ({ number }) => `#q${number}`);
  byMark(match.tasks, tasksOf(theme), stored.tasks, ({ number }) => `#${number}`);
  return match;
}

/** The same way to be done and to be verified, in so many words: a task under another title. */
const sameWork = (file: OutlineTask, stored: StoredTask): boolean =>
  file.doneWhen !== "" && file.verify !== "" && file.doneWhen === stored.doneWhen && file.verify === stored.verify;
