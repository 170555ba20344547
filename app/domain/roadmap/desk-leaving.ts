import { canTakeOff } from "./deeds";
import type { ImportPlan, StoredTheme } from "./reconcile-types";

/** Something of a theme that no line of its desk names any more. `mark` is what its line ended in. */
export type Leaving = { of: "question" | "pillar" | "task"; id: string; mark: string; title: string };
export type Staying = Leaving & { because: string };

/** What stands in the way of taking things off: who holds which task (by number), and which questions are answered (by id). */
export type Standing = { held: readonly { number: number; name: string }[]; decided: Set<string> };

/**
 * What a desk no longer names, parted into what may go and what stays, each with the sentence that says why. A pillar stays
 * with a task in it.
 */
export function partLeaving(
  plan: ImportPlan,
  stored: StoredTheme,
  standing: Standing,
): { going: Leaving[]; staying: Staying[] } {
  const going: Leaving[] = [];
  const staying: Staying[] = [];
  const keptIn = new Set<string | null>();
  const left = [...plan.leftAlone].sort((a, b) => order.indexOf(a.of) - order.indexOf(b.of));
  for (const { of, id, title } of left) {
    if (of === "task") {
      const task = stored.tasks.find((one) => one.id === id);
      const holder = standing.held.find(({ number }) => number === task?.number)?.name ?? null;
      const verdict = canTakeOff({ holder, finished: task?.done ?? false, answered: false });
      const leaving: Leaving = { of, id, mark: `#${task?.number}`, title };
      if (verdict.ok) going.push(leaving);
      else {
        staying.push({ ...leaving, because: verdict.because });
        keptIn.add(task?.pillarId ?? null);
      }
    } else if (of === "question") {
      const number = stored.questions.find((one) => one.id === id)?.number;
      const verdict = canTakeOff({ holder: null, finished: false, answered: standing.decided.has(id) });
      const leaving: Leaving = { of, id, mark: `#q${number}`, title };
      if (verdict.ok) going.push(leaving);
      else staying.push({ ...leaving, because: verdict.because });
    } else if (of === "pillar") {
      const leaving: Leaving = { of, id, mark: `#p${id}`, title };
      if (keptIn.has(id)) staying.push({ ...leaving, because: "A task in it stays, so it does too." });
      else going.push(leaving);
    }
  }
  return { going, staying };
}

const order = ["task", "question", "pillar", "theme"];

/** Names exactly these things, so that agreeing to take them off agrees to nothing else. */
export const leavingToken = (going: readonly Leaving[]): string =>
  going
    .map(({ mark }) => mark)
    .sort()
    .join(" ");
