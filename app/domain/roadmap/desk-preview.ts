import type { Readiness } from "../tasks/readiness";
import { type Desk, marksOf, readDesk } from "./desk";
import { type Leaving, leavingToken, partLeaving, type Standing, type Staying } from "./desk-leaving";
import { type Hint, hintsFor } from "./hints";
import { plannedReadiness } from "./planned-readiness";
import { reconcileDesk } from "./reconcile";
import type { ImportPlan, StoredRoadmap, StoredTheme } from "./reconcile-types";

/** What a desk is compared with: the theme as it is stored, what its tasks wait for elsewhere, and who is on what. */
export type DeskSurroundings = { theme: StoredTheme; elsewhere: StoredRoadmap } & Standing;

/** What a text would make of its theme. */
export type DeskPreview = {
  plan: ImportPlan;
  readiness: Map<string, Readiness>;
  hints: Hint[];
  going: Leaving[];
  staying: Staying[];
  /** What somebody agrees to who agrees that what is going goes. */
  token: string;
};

/** What is written at a theme's desk, read against what the theme holds. */
export const readAt = (text: string, theme: StoredTheme, also: Iterable<string> = []): Desk =>
  readDesk(text, new Set<string>([...marksOf(theme), ...also]), theme);

/** What saving a desk would do. The same in the browser while somebody types as on the server; `now` is the database's. */
export function previewDesk(desk: Desk, around: DeskSurroundings, now: Date): DeskPreview {
  const roadmap = { themes: [around.theme, ...around.elsewhere.themes] };
  const plan = reconcileDesk(desk, roadmap, around.theme.id);
  const { going, staying } = partLeaving(plan, around.theme, around);
  return {
    plan,
    readiness: plannedReadiness(plan, { ...roadmap, decided: around.decided }, now),
    hints: hintsFor(desk.theme),
    going,
    staying,
    token: leavingToken(going),
  };
}

/** Of all other themes, what this one's tasks wait for: enough to preview it without sending the whole roadmap along. */
export function awaitedElsewhere(theme: StoredTheme, roadmap: StoredRoadmap): StoredRoadmap {
  const tasks = new Set(theme.tasks.flatMap(({ needs }) => needs.taskIds));
  const questions = new Set(theme.tasks.flatMap(({ needs }) => needs.questionIds));
  const themes = roadmap.themes.flatMap((other) => {
    if (other.id === theme.id) return [];
    const named = {
      ...other,
      why: "",
      pillars: [],
      tasks: other.tasks.filter(({ id }) => tasks.has(id)).map((task) => ({ ...task, ...bare })),
      questions: other.questions.filter(({ id }) => questions.has(id)).map((question) => ({ ...question, notes: "" })),
    };
    return named.tasks.length + named.questions.length > 0 ? [named] : [];
  });
  return { themes };
}

const bare = {
  pillarId: null,
  goal: "",
  start: "",
  doneWhen: "",
  verify: "",
  notes: "",
  links: "",
  skills: [],
  needs: { taskIds: [], questionIds: [] },
};
