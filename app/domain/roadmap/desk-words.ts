import type { DeskPreview } from "./desk-preview";
import { countOf } from "./import-words";
import type { ImportPlan } from "./reconcile-types";

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

/** "2 new, 1 changed, 5 the same; 3 of 6 tasks ready; 2 hints.": a preview in a sentence. */
export function previewWords({ plan, readiness, hints, going }: DeskPreview, unread: number): string {
  const things = (["new", "changed", "same"] as const).map((change) => ({
    count: countOf(withoutTheme(plan), change),
    word: change === "same" ? "as it was" : change,
  }));
  const open = plan.themes.flatMap(({ tasks }) => tasks.filter(({ fields }) => !fields.done));
  const ready = open.filter(({ key }) => readiness.get(key)?.ready).length;
  const said = [
    things
      .filter(({ count }) => count > 0)
      .map(({ count, word }) => `${count} ${word}`)
      .join(", "),
    open.length > 0 ? `${ready} of ${counted(open.length, "task", "tasks")} ready` : "",
    going.length > 0 ? `${going.length} to be taken off` : "",
    hints.length > 0 ? counted(hints.length, "hint", "hints") : "",
    unread > 0 ? `${counted(unread, "line", "lines")} not read` : "",
  ].filter((words) => words !== "");
  return said.length > 0 ? `${said.join("; ")}.` : "Nothing yet.";
}

const withoutTheme = ({ counts }: ImportPlan) => ({ counts: { ...counts, themes: { new: 0, changed: 0, same: 0 } } });

type Saved = { plan: ImportPlan; gone: number; staying: readonly unknown[]; took: boolean };

/** What saving a desk did. */
export function deskSavedWords({ plan, gone, staying, took }: Saved): string {
  const came = countOf(withoutTheme(plan), "new");
  const changed = countOf(plan, "changed");
  const said = [
    came > 0 ? `${came} came in` : "",
    changed > 0 ? `${changed} changed` : "",
    gone > 0 ? `${gone} taken off` : "",
  ].filter((words) => words !== "");
  const kept = plan.remarks.length;
  return [
    said.length > 0 ? `Saved: ${said.join(", ")}.` : "Saved.",
    took ? "What others wrote meanwhile is in it too." : "",
    staying.length > 0 ? `${counted(staying.length, "thing stays", "things stay")}, as it says beside the text.` : "",
    kept > 0 ? `Look over ${counted(kept, "line that was", "lines that were")} read otherwise than written.` : "",
  ]
    .filter((words) => words !== "")
    .join(" ");
}

/** What is said once a pillar from another theme stands in this one, and where that can be undone. */
export const branchWords = (tasks: number, from: string): string => {
  const along = tasks === 0 ? "" : `, with its ${counted(tasks, "task", "tasks")}`;
  return `The pillar stands here now${along}. If that was not meant, undo it where you split ${from}.`;
};

/** Why nothing was saved. */
export const deskRefusals = {
  unread: "Some lines could not be read, and saving would lose them. They stand beside the text, each with what to do.",
  asks: "Saving would take something off the theme. Agree to it beside the text, or put its line back.",
} as const;
