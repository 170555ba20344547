import type { Clash } from "../clash";
import type { Desk } from "./desk";
import { emptied, mergeField, mergePillar, mergeQuestion, mergeTask, noteIn, saidBy } from "./desk-fields";
import { type DeskNode, type Mark, nodesOf } from "./desk-marks";
import { mergeOrder } from "./desk-order";
import { tasksOf } from "./outline-tasks";
import type { OutlinePillar, OutlineQuestion, OutlineTask } from "./outline-types";
import { foldTitle } from "./titles";

/** What became of two desks; `clashes` is what both wrote differently, where the merged desk says what I wrote. */
export type Merged = { desk: Desk; clashes: Clash[]; took: boolean };

type Letter = "" | "q" | "p";
type Entry = { key: string; node: DeskNode; letter: Letter; place: string | null };
type Entries = Map<string, Entry>;

/**
 * Puts together what two people wrote who both began at `base`: by line and by field, so that only what both wrote about
 * the very same thing is left to them. Nothing of either is lost: what one took off and the other went on writing stays.
 */
export function mergeDesks(base: Desk, mine: Desk, theirs: Desk): Merged {
  const clashes: Clash[] = [];
  const from = entriesOf(base);
  const they = entriesOf(theirs);
  const me = withTwins(entriesOf(mine), from, they);
  const kept: Entries = new Map();

  for (const entry of me.values()) {
    const there = they.get(entry.key);
    const was = from.get(entry.key);
    if (there) kept.set(entry.key, mergeEntry(was ?? { ...there, node: emptied(there.node) }, entry, there));
    else if (!was) kept.set(entry.key, entry);
    else if (saidBy(was.node) !== saidBy(entry.node)) {
      kept.set(entry.key, entry);
      clashes.push({ label: nameOf(entry), theirs: "", yours: entry.node.title });
    }
  }
  for (const entry of they.values()) {
    const was = from.get(entry.key);
    if (me.has(entry.key) || (was && saidBy(was.node) === saidBy(entry.node))) continue;
    kept.set(entry.key, entry);
    if (was) clashes.push({ label: nameOf(entry), theirs: entry.node.title, yours: "" });
  }
  for (const { place } of [...kept.values()]) {
    const pillar = place === null || kept.has(place) ? undefined : (me.get(place) ?? they.get(place));
    if (pillar) kept.set(pillar.key, pillar);
  }
  const note = noteIn(clashes, "The theme");
  const why = mergeField(base.theme.why, mine.theme.why, theirs.theme.why, (a, b) => note("Why", a, b));
  const desk = buildDesk({ ...mine, theme: { ...mine.theme, why } }, kept, { from, me, they });
  renameNeeds(desk, from, kept);
  return { desk, clashes, took: sketch(base) !== sketch(theirs) };

  function mergeEntry(was: Entry, entry: Entry, there: Entry): Entry {
    const note = noteIn(clashes, nameOf(there));
    const titleAt = (place: string | null) =>
      place === null ? "in no pillar" : ((they.get(place) ?? me.get(place))?.node.title ?? "");
    const place = mergeField(was.place, entry.place, there.place, (a, b) =>
      note("Where it stands", titleAt(a), titleAt(b)),
    );
    const three = { base: was.node, mine: entry.node, theirs: there.node };
    const node =
      entry.letter === ""
        ? mergeTask(three as { base: OutlineTask; mine: OutlineTask; theirs: OutlineTask }, note)
        : entry.letter === "q"
          ? mergeQuestion(three as { base: OutlineQuestion; mine: OutlineQuestion; theirs: OutlineQuestion }, note)
          : mergePillar(three as { base: OutlinePillar; mine: OutlinePillar; theirs: OutlinePillar }, note);
    return { ...entry, node, place };
  }
}

const words: Record<Letter, string> = { "": "Task", q: "Question", p: "Pillar" };

/** "Task 12, “Draw the path”". */
function nameOf({ key, node, letter }: Entry): string {
  const number = letter === "p" ? "" : /\d+$/.exec(key)?.[0];
  return `${words[letter]}${number ? ` ${number}` : ""}, “${node.title}”`;
}

function entriesOf({ theme, marks }: Desk): Entries {
  const keys = new Map<DeskNode, string>();
  nodesOf(theme).forEach(({ node }, at) => {
    keys.set(node, marks.get(node) ?? `new-${at}`);
  });
  const places = new Map<DeskNode, string>();
  for (const pillar of theme.pillars) for (const task of pillar.tasks) places.set(task, keys.get(pillar) ?? "");
  return new Map(
    nodesOf(theme).map(({ node, letter }) => {
      const key = keys.get(node) ?? "";
      return [key, { key, node, letter, place: places.get(node) ?? null }];
    }),
  );
}

/** What I added is what they added, where both carry the same title. */
function withTwins(mine: Entries, base: Entries, theirs: Entries): Entries {
  const added = [...theirs.values()].filter(({ key }) => !base.has(key) && !mine.has(key));
  const twins = new Map<string, string>();
  for (const { key, node, letter } of mine.values()) {
    if (!key.startsWith("new-")) continue;
    const twin = added.find(
      (one) => one.letter === letter && foldTitle(one.node.title) === foldTitle(node.title) && !taken(one.key),
    );
    if (twin) twins.set(key, twin.key);
  }
  const keyOf = (key: string) => twins.get(key) ?? key;
  return new Map(
    [...mine.values()].map((entry) => {
      const place = entry.place === null ? null : keyOf(entry.place);
      return [keyOf(entry.key), { ...entry, key: keyOf(entry.key), place }];
    }),
  );

  function taken(key: string): boolean {
    return [...twins.values()].includes(key);
  }
}

function buildDesk(mine: Desk, kept: Entries, orders: { from: Entries; me: Entries; they: Entries }): Desk {
  const marks = new Map<DeskNode, Mark>();
  const inOrder = (letter: Letter, place: string | null): DeskNode[] => {
    const keys = (entries: Entries) =>
      [...entries.keys()].filter((key) => kept.get(key)?.letter === letter && kept.get(key)?.place === place);
    return mergeOrder(keys(orders.from), keys(orders.me), keys(orders.they)).flatMap((key) => {
      const node = kept.get(key)?.node;
      if (!node) return [];
      const own = { ...node };
      if (orders.they.has(key)) marks.set(own, key as Mark);
      return [own];
    });
  };
  const pillars = (inOrder("p", null) as OutlinePillar[]).map((pillar) => {
    pillar.tasks = [];
    return pillar;
  });
  const byKey = new Map(pillars.map((pillar) => [keyOf(pillar), pillar]));
  for (const [key, pillar] of byKey) pillar.tasks = inOrder("", key) as OutlineTask[];
  const theme = {
    ...mine.theme,
    questions: inOrder("q", null) as OutlineQuestion[],
    tasks: inOrder("", null) as OutlineTask[],
    pillars,
  };
  return { ...mine, theme, marks };

  function keyOf(pillar: OutlinePillar): string {
    const known = marks.get(pillar);
    if (known) return known;
    const own = [...kept.values()].find(
      ({ node, letter, key }) => letter === "p" && node.title === pillar.title && !orders.they.has(key),
    );
    return own?.key ?? "";
  }
}

/** "needs:" follows a title that somebody changed meanwhile. */
function renameNeeds({ theme }: Desk, base: Entries, kept: Entries): void {
  const present = new Set([...kept.values()].map(({ node }) => foldTitle(node.title)));
  const renamed = new Map<string, string>();
  for (const { key, node } of base.values()) {
    const now = kept.get(key)?.node.title;
    if (now !== undefined && !present.has(foldTitle(node.title))) renamed.set(foldTitle(node.title), now);
  }
  for (const task of tasksOf(theme)) task.needs = task.needs.map((need) => renamed.get(foldTitle(need)) ?? need);
}

/** All a desk holds, for telling whether anything of it changed. */
const sketch = (desk: Desk): string =>
  JSON.stringify([
    desk.theme.why,
    ...[...entriesOf(desk).values()].map(({ key, node, place }) => [key, place, saidBy(node)]),
  ]);
