import { limits } from "../limits";
import { bestFit } from "./instance";
import { match } from "./match";

/** A pair that looks for a first task: what each of the two chose, first choice first. `id`: the newcomer's registration. */
export type Starting = { id: number; newcomerThemes: readonly number[]; mentorThemes: readonly number[] };

/** A task that is ready and free. `sizeMinutes` null: nobody has said. */
export type ReadyTask = { id: number; themeId: number; sizeMinutes: number | null };

/** A task somebody could begin with. `fit`: 0 to 100. */
export type StarterTask = { id: number; taskId: number; fit: number };

/**
 * A ready task for each pair, in a theme both chose, no task twice: as many pairs as possible get one, then the total fit is
 * the best there is, exactly, by the search that pairs people. What stands higher with both fits better, and of that what is
 * sooner done. The same pairs and tasks give the same answer in whatever order they come.
 */
export function starterTasks(pairs: readonly Starting[], tasks: readonly ReadyTask[]): StarterTask[] {
  const starting = [...pairs].sort((a, b) => a.id - b.id);
  const ready = [...tasks].sort((a, b) => a.id - b.id);
  const inTheme = new Map<number, number[]>();
  for (const [at, { themeId }] of ready.entries()) inTheme.set(themeId, [...(inTheme.get(themeId) ?? []), at]);
  const rows = new Int32Array(starting.length + 1);
  const possible: number[] = [];
  const fits: number[] = [];
  for (const [at, { newcomerThemes, mentorThemes }] of starting.entries()) {
    for (const [rank, theme] of newcomerThemes.entries()) {
      const otherRank = mentorThemes.indexOf(theme);
      if (otherRank < 0) continue;
      for (const task of inTheme.get(theme) ?? []) {
        possible.push(task);
        fits.push(fitOf(rank, otherRank, ready[task]?.sizeMinutes ?? null));
      }
    }
    rows[at + 1] = possible.length;
  }
  const { mentorOf } = match({
    newcomers: starting.length,
    mentors: ready.length,
    rows,
    possible: Int32Array.from(possible),
    fits: Uint8Array.from(fits),
    seats: new Int32Array(ready.length).fill(1),
  });
  return starting.flatMap(({ id }, at): StarterTask[] => {
    const task = ready[mentorOf[at] ?? -1];
    const found = possible.indexOf(mentorOf[at] ?? -1, rows[at]);
    return task ? [{ id, taskId: task.id, fit: fits[found] ?? 0 }] : [];
  });
}

/** Four fifths of it is how high the theme stands with both; the rest is whether it is done in a first day. */
function fitOf(rank: number, otherRank: number, sizeMinutes: number | null): number {
  const chosen = (2 / (2 + rank) + 2 / (2 + otherRank)) / 2;
  const size = sizeMinutes ?? limits.firstTaskMinutes / 2;
  const small = Math.max(0, 1 - size / (2 * limits.firstTaskMinutes));
  return Math.round(bestFit * (0.8 * chosen + 0.2 * small));
}
