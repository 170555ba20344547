import { foldTitle } from "../roadmap/titles";
import { findCycle, sayCycle, type Wait } from "./dependencies";

type Known = { id: number; number: number; title: string };

/** What one part waits for: other parts, by their place in the list, and tasks of the theme, by id. */
export type PartWaits = { parts: number[]; taskIds: number[] };

type Read = { ok: true; waits: PartWaits[] } | { ok: false; because: string };

/**
 * Finds what the parts' "needs" name: another part, or a task that is in the theme already, by title. `whole` is the task
 * that is divided and waits for all its parts; `waits` is what the theme's tasks wait for. A name that is nothing's, and a
 * circle, are refused by name.
 */
export function readPartWaits(
  whole: { number: number; title: string },
  parts: readonly { title: string; needs: readonly string[] }[],
  known: readonly Known[],
  waits: readonly Wait[],
): Read {
  const partAt = new Map(parts.map((part, index) => [foldTitle(part.title), index]));
  const taskAt = new Map(known.map((task) => [foldTitle(task.title), task]));
  const found: PartWaits[] = [];
  const edges = [...waits];
  for (const [index, part] of parts.entries()) {
    edges.push({ task: whole.number, waitsFor: partNumber(index) });
    const own: PartWaits = { parts: [], taskIds: [] };
    for (const need of part.needs) {
      const other = partAt.get(foldTitle(need));
      const task = taskAt.get(foldTitle(need));
      if (other !== undefined) {
        own.parts.push(other);
        edges.push({ task: partNumber(index), waitsFor: partNumber(other) });
      } else if (task) {
        own.taskIds.push(task.id);
        edges.push({ task: partNumber(index), waitsFor: task.number });
      } else return { ok: false, because: nothingCalled(need) };
    }
    found.push(own);
  }
  const cycle = parts.map((_, index) => findCycle(edges, partNumber(index))).find((circle) => circle !== null);
  if (!cycle) return { ok: true, waits: found };
  const titles = new Map([...known, whole].map(({ number, title }) => [number, title]));
  const name = (number: number) =>
    `“${number < 0 ? parts[-number - 1]?.title : (titles.get(number) ?? `task ${number}`)}”`;
  return { ok: false, because: `${sayCycle(cycle, name)} None of them could ever start. Take one “needs” out.` };
}

/** Parts have no number yet, so they are counted below zero. */
const partNumber = (index: number) => -index - 1;

const nothingCalled = (need: string) =>
  `Nothing in this theme is called “${need}”. After “needs:”, write the title of another part or of a task in this theme.`;
