import { writeSize } from "../tasks/size";
import type { OutlinePillar, OutlineQuestion, OutlineTask, OutlineTheme } from "./outline-types";
import { type TaskNeeds, withNeeds } from "./reconcile-needs";
import type { FieldChange, Planned, StoredPillar, StoredQuestion, StoredTask, StoredTheme } from "./reconcile-types";

/** The values of a node once the plan is applied, beside the stored ones: whatever differs is a change. */
function plan<Fields extends object>(
  node: { line: number; key: string; id: string | null },
  fields: Fields,
  stored: NoInfer<Fields> | null,
  words: { [Name in keyof Fields]: (value: Fields[Name]) => [field: string, words: string] },
): Planned<Fields> {
  const changes: FieldChange[] = [];
  for (const name of Object.keys(words) as (keyof Fields)[]) {
    if (!stored || isSame(stored[name], fields[name])) continue;
    const [field, after] = words[name](fields[name]);
    changes.push({ field, before: words[name](stored[name])[1], after });
  }
  return { ...node, change: stored === null ? "new" : changes.length > 0 ? "changed" : "same", fields, changes };
}

/** What the file says, or what is stored where it says nothing and is not all there is to say. */
const orElse = (said: string, known = "", replaces = false): string => said || (replaces ? "" : known);

const isSame = (one: unknown, other: unknown): boolean =>
  Array.isArray(one) && Array.isArray(other) ? one.join("\n") === other.join("\n") : one === other;

const text =
  (field: string) =>
  (value: string): [string, string] => [field, value];
const yes =
  (field: string) =>
  (value: boolean): [string, string] => [field, value ? "yes" : "no"];

/** What the file says of a theme, over what is stored of it (null: nothing). So too the three below. */
export const planTheme = (file: OutlineTheme, stored: StoredTheme | null, key: string, replaces: boolean) =>
  plan(
    { line: file.line, key, id: stored?.id ?? null },
    { title: file.title, why: orElse(file.why, stored?.why, replaces), done: file.done || (stored?.done ?? false) },
    stored && { title: stored.title, why: stored.why, done: stored.done },
    { title: text("Title"), why: text("Why"), done: yes("Done") },
  );

export const planQuestion = (file: OutlineQuestion, stored: StoredQuestion | null, key: string, replaces: boolean) =>
  plan(
    { line: file.line, key, id: stored?.id ?? null },
    { title: file.title, notes: orElse(file.notes, stored?.notes, replaces) },
    stored && { title: stored.title, notes: stored.notes },
    { title: text("Title"), notes: text("Notes") },
  );

export const planPillar = (file: OutlinePillar, stored: StoredPillar | null, key: string, replaces: boolean) =>
  plan(
    { line: file.line, key, id: stored?.id ?? null },
    { title: file.title, intro: orElse(file.intro, stored?.intro, replaces) },
    stored && { title: stored.title, intro: stored.intro },
    { title: text("Title"), intro: text("Introduction") },
  );

/** A task's values, and what it waits for. Its pillar and theme are the caller's. */
export function planTask(
  file: OutlineTask,
  stored: StoredTask | null,
  key: string,
  needs: TaskNeeds,
  replaces: boolean,
) {
  const keep = (said: string, known: string | undefined) => orElse(said, known, replaces);
  const planned = plan(
    { line: file.line, key, id: stored?.id ?? null },
    {
      title: file.title,
      kind: file.kindGuessed ? (stored?.kind ?? file.kind) : file.kind,
      sizeMinutes: file.sizeMinutes ?? (replaces ? null : (stored?.sizeMinutes ?? null)),
      goal: keep(file.goal, stored?.goal),
      start: keep(file.start, stored?.start),
      doneWhen: keep(file.doneWhen, stored?.doneWhen),
      verify: keep(file.verify, stored?.verify),
      notes: withNeeds(file.notes, replaces ? "" : (stored?.notes ?? ""), file, needs.refused),
      skills: file.skills.length > 0 || replaces ? file.skills : (stored?.skills ?? []),
      links: keep(file.links, stored?.links),
      done: file.done || (stored?.done ?? false),
    },
    stored,
    {
      title: text("Title"),
      kind: (kind) => ["Kind", kind],
      sizeMinutes: (minutes) => ["Size", minutes === null ? "" : writeSize(minutes)],
      goal: text("Why"),
      start: text("Start"),
      doneWhen: text("Done when"),
      verify: text("Verify"),
      notes: text("Notes"),
      skills: (skills) => ["Skills", skills.join(", ")],
      links: text("Links"),
      done: yes("Done"),
    },
  );
  if (stored && needs.changed) {
    const titles = (list: TaskNeeds["needs"]) => list.map((need) => need.title).join("; ");
    planned.changes.push({ field: "Needs", before: titles(needs.before), after: titles(needs.needs) });
    planned.change = "changed";
  }
  return { ...planned, needs: needs.needs };
}
