import type { ImportPlan } from "./reconcile-types";

const nouns = [
  ["themes", "theme"],
  ["questions", "question"],
  ["pillars", "pillar"],
  ["tasks", "task"],
] as const;

type Change = "new" | "changed" | "same";

const counted = (count: number, many: string, one: string) =>
  `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** How many things of a plan are new, changed or the same, over all nouns. */
export const countOf = ({ counts }: Pick<ImportPlan, "counts">, change: Change): number =>
  nouns.reduce((sum, [noun]) => sum + counts[noun][change], 0);

/** "8 themes, 12 questions, 26 tasks; 6 of them ready": what a file holds, whatever would come of it. */
export function planWords({ counts }: Pick<ImportPlan, "counts">, ready: number): string {
  const all = (noun: keyof ImportPlan["counts"]) => counts[noun].new + counts[noun].changed + counts[noun].same;
  const held = nouns.filter(([noun]) => noun !== "pillars").map(([many, one]) => counted(all(many), many, one));
  return all("tasks") === 0 ? held.join(", ") : `${held.join(", ")}; ${ready} of them ready`;
}

/** What an import did, in a sentence or two: "2 themes and 12 tasks came in. 1 task was changed." */
export function importedWords(plan: Pick<ImportPlan, "counts">, retitled: boolean): string {
  const came = listed(plan, "new");
  const changed = listed(plan, "changed");
  const said = [
    came ? `${came.words} came in.` : null,
    changed ? `${changed.words} ${changed.single ? "was" : "were"} changed.` : null,
    retitled ? "The roadmap's title and introduction are those of the text." : null,
  ].filter((sentence) => sentence !== null);
  return said.length > 0 ? said.join(" ") : "Nothing had to change: everything in the text was there already.";
}

function listed({ counts }: Pick<ImportPlan, "counts">, change: Change): { words: string; single: boolean } | null {
  const some = nouns.filter(([noun]) => counts[noun][change] > 0);
  const words = some.map(([many, one]) => counted(counts[many][change], many, one));
  const last = words.pop();
  if (last === undefined) return null;
  const single = words.length === 0 && some.every(([noun]) => counts[noun][change] === 1);
  return { words: words.length === 0 ? last : `${words.join(", ")} and ${last}`, single };
}
