import type { PairRule, PlanDeed } from "../sprint/words";
import type { DraftPair, DraftWait, RuleOfPair } from "./pairing";
import { reasonLines } from "./reason-lines";
import type { Placement, PlanStepChange } from "./step-change";

/** A draft as its history keeps it. Fits are 0 to 100; `byHand` left out: by the engine. */
type Kept = {
  pairs: readonly (Pick<DraftPair, "newcomerId" | "mentorId" | "seat" | "reasons"> & {
    fit: number;
    byHand?: boolean;
  })[];
  waits: readonly Pick<DraftWait, "newcomerId" | "because">[];
};
type State = { draft: Kept | null; rules: readonly RuleOfPair[] };

/** What is different in a draft and in the rules after a deed: everybody who is elsewhere, and what was said of whom. */
export function stepBetween(before: State, after: State): PlanStepChange {
  if (!before.draft) return { begins: true, places: [], rules: [] };
  const [was, is] = [placements(before.draft), placements(after.draft)];
  const places = [...new Set([...was.keys(), ...is.keys()])].flatMap((newcomerId) => {
    const [from, to] = [was.get(newcomerId) ?? null, is.get(newcomerId) ?? null];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ newcomerId, before: from, after: to }];
  });
  const [said, says] = [saidOf(before.rules), saidOf(after.rules)];
  const rules = [...new Map([...said, ...says]).values()].flatMap(({ newcomerId, mentorId }) => {
    const key = `${newcomerId} ${mentorId}`;
    const [from, to] = [said.get(key)?.rule ?? null, says.get(key)?.rule ?? null];
    return from === to ? [] : [{ newcomerId, mentorId, before: from, after: to }];
  });
  return { places, rules };
}

function placements(draft: Kept | null): Map<number, Placement> {
  const places = new Map<number, Placement>();
  for (const { newcomerId, mentorId, seat, fit, reasons, byHand = false } of draft?.pairs ?? []) {
    places.set(newcomerId, { mentorId, seat, fit, reasons: [...reasons], byHand });
  }
  for (const { newcomerId, because } of draft?.waits ?? []) places.set(newcomerId, { because });
  return places;
}

const saidOf = (rules: readonly RuleOfPair[]): Map<string, { newcomerId: number; mentorId: number; rule: PairRule }> =>
  new Map(rules.map((rule) => [`${rule.newcomerId} ${rule.mentorId}`, rule]));

/** Whether a step can be taken back: what people did to a draft that was there, not what the app proposed or how it began. */
export const isUndoable = ({ deed, change }: { deed: PlanDeed; change: PlanStepChange }): boolean =>
  deed !== "propose" && !change.begins;

/** Names of the people of a sprint, by registration. */
type Names = ReadonlyMap<number, string>;

const someone = (names: Names, id: number | undefined) => names.get(id ?? 0) ?? "somebody who has withdrawn";

/** What a step was, as the button says that takes it back: "Zoë Ito moved Kofi Abara to Priya Sharma". */
export function stepWords(
  { deed, change, by }: { deed: PlanDeed; change: PlanStepChange; by: string | null },
  names: Names,
): string {
  const who = by ?? "Somebody";
  const [rule] = change.rules.filter(({ after }) => after !== null).concat(change.rules);
  const [place] = change.places;
  const newcomer = someone(names, rule?.newcomerId ?? place?.newcomerId);
  const to = place?.after && "mentorId" in place.after ? someone(names, place.after.mentorId) : null;
  if (deed === "run") return `${who} ran the pairing again`;
  if (deed === "propose") return `the app proposed ${to ?? "nobody"} to ${someone(names, place?.newcomerId)}`;
  if (deed === "fix") return `${who} fixed ${newcomer} with ${someone(names, rule?.mentorId)}`;
  if (deed === "forbid") return `${who} forbade ${newcomer} with ${someone(names, rule?.mentorId)}`;
  if (deed === "unrule") return `${who} took back a rule on ${newcomer} and ${someone(names, rule?.mentorId)}`;
  const moved = someone(names, place?.newcomerId);
  return to === null ? `${who} let ${moved} wait` : `${who} moved ${moved} to ${to}`;
}

/** Somebody whom the last run put elsewhere: from whom to whom (null: waiting), and why, in lines as the table has them. */
export type Moved = { newcomer: string; from: string | null; to: string | null; because: string[] };

/** What moved in a step, by the newcomer's name. Who was in no draft before came in with it, and is not among them. */
export function movesOf(change: PlanStepChange, names: Names): Moved[] {
  const mentorIn = (place: Placement) => (place && "mentorId" in place ? place.mentorId : null);
  return change.places
    .filter(({ before, after }) => before !== null && mentorIn(before) !== mentorIn(after))
    .map(({ newcomerId, before, after }) => {
      const [from, to] = [mentorIn(before), mentorIn(after)];
      const because = after === null ? [] : "because" in after ? [after.because] : reasonLines(after.reasons);
      return {
        newcomer: someone(names, newcomerId),
        from: from === null ? null : someone(names, from),
        to: to === null ? null : someone(names, to),
        because,
      };
    })
    .sort((a, b) => a.newcomer.localeCompare(b.newcomer, "en"));
}

/** What the table says of a draft's steps (the newest first): which one a press takes back, and what the newest run moved. */
export function historyOf(
  steps: readonly { deed: PlanDeed; change: PlanStepChange; by: string | null }[],
  { people }: { people: readonly { id: number; name: string }[] },
): { undo: string | null; moved: Moved[] | null } {
  const names: Names = new Map(people.map(({ id, name }) => [id, name]));
  const [newest] = steps;
  const run = steps.find(({ deed }) => deed === "run");
  return {
    undo: newest && isUndoable(newest) ? stepWords(newest, names) : null,
    moved: run && !run.change.begins ? movesOf(run.change, names) : null,
  };
}
