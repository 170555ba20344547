import { answerWords } from "../pairs/answers";
import type { Attendance, PairSide } from "../sprint/words";
import type { Fault } from "./faults";
import {
  byMentor,
  type DraftWait,
  freeSeatsIn,
  isRuled,
  mentorsOf,
  type Pairing,
  type StarterTask,
  unpaired,
} from "./pairing";
import { reasonLines } from "./reason-lines";

/** A taken seat of the pairing table. */
export type Seat = {
  newcomerId: number;
  newcomer: string;
  reasons: string[];
  /** The task they could begin with; null when there is none. */
  starter: StarterTask | null;
  /** The pair that is published; null while it is a draft. */
  pairId: number | null;
  /** How far both have answered the published pair; null while it is a draft. */
  answer: { both: boolean; words: string } | null;
  byHand: boolean;
  fixed: boolean;
  /** Why it cannot be published as things stand now. */
  fault: string | null;
};

/** A mentor of the pairing table, with everybody on their seats. */
export type MentorRow = {
  id: number;
  name: string;
  seats: number;
  free: number;
  mentorHours: number | null;
  attendance: Attendance;
  timeZone: string;
  taken: Seat[];
};

/** Somebody without a mentor, and why; null where no plan has said. */
export type WaitRow = { newcomerId: number; newcomer: string; because: string | null };

/** The pairing table: everybody who comes, and where a draft, or what is published, puts them. */
export type PairingTable = {
  mentors: MentorRow[];
  waits: WaitRow[];
  /** Newcomers in all; those in published pairs; those in pairs of the draft. */
  newcomers: number;
  paired: number;
  planned: number;
  seats: number;
  free: number;
};

/**
 * Lays out the table: mentors by name, each with those on their seats, and who waits. `faults` as `faultsOf` finds them; `starters`
 * for pairs of the draft, by newcomer; `waited`: whom the plan published last let wait, and why, for a table without a draft.
 */
export function pairingTable(
  pairing: Pairing,
  faults: readonly Fault[],
  answers: ReadonlyMap<number, AnswerOfPair> = new Map(),
  starters: ReadonlyMap<number, StarterTask> = new Map(),
  waited: readonly Pick<DraftWait, "newcomerId" | "because">[] = [],
): PairingTable {
  const { people, pairs, draft } = pairing;
  const faultOf = new Map(faults.map(({ newcomerId, because }) => [newcomerId, because]));
  const comes = new Set(people.map(({ id }) => id));
  const [activeOf, draftedOf] = [byMentor(pairs), byMentor(draft?.pairs ?? [])];
  const free = freeSeatsIn(pairing);
  const mentors = mentorsOf(pairing)
    .map((mentor): MentorRow => {
      const active = activeOf.get(mentor.id) ?? [];
      const drafted = draftedOf.get(mentor.id) ?? [];
      return {
        id: mentor.id,
        name: mentor.name,
        seats: mentor.seats ?? 0,
        free: free(mentor).length,
        mentorHours: mentor.mentorHours,
        attendance: mentor.attendance,
        timeZone: mentor.timeZone,
        taken: [
          ...active.map((pair) => ({
            ...seat(pair),
            starter: pair.starter ?? null,
            pairId: pair.id,
            answer: answerOf(pair, answers.get(pair.id)),
            byHand: false,
            fixed: false,
            fault: null,
          })),
          ...drafted.map((pair) => ({
            ...seat(pair),
            starter: starterOf(starters.get(pair.newcomerId)),
            pairId: null,
            answer: null,
            byHand: pair.byHand,
            fixed: isRuled(pairing, "fixed", pair.newcomerId, mentor.id),
            fault: faultOf.get(pair.newcomerId) ?? null,
          })),
        ],
      };
    })
    .sort(byName);
  const placed = new Set(
    draft?.pairs.filter(({ mentorId }) => comes.has(mentorId)).map(({ newcomerId }) => newcomerId),
  );
  const because = new Map((draft?.waits ?? waited).map((wait) => [wait.newcomerId, wait.because]));
  const without = unpaired(pairing);
  return {
    mentors,
    waits: without
      .filter(({ id }) => !placed.has(id))
      .sort(byName)
      .map(({ id, name }) => ({
        newcomerId: id,
        newcomer: name,
        because:
          faultOf.get(id) ?? because.get(id) ?? (draft ? `${name} has registered since this plan was made.` : null),
      })),
    newcomers: people.filter(({ role }) => role === "newcomer").length,
    paired: people.filter(({ role }) => role === "newcomer").length - without.length,
    planned: without.filter(({ id }) => placed.has(id)).length,
    seats: mentors.reduce((sum, { seats }) => sum + seats, 0),
    free: mentors.reduce((sum, { free }) => sum + free, 0),
  };
}

/** Who of a published pair has said yes, and who was reminded to answer. */
export type AnswerOfPair = { newcomer: boolean; mentor: boolean; reminded: readonly PairSide[] };

function answerOf(pair: { newcomer: string; mentor: string }, said: AnswerOfPair = unanswered) {
  const { both, words } = answerWords(said, pair);
  const again = !both && said.reminded.some((side) => !said[side]);
  return { both, words: again ? `${words}, also after a reminder` : words };
}

const unanswered: AnswerOfPair = { newcomer: false, mentor: false, reminded: [] };

/** How many people have not answered and were not reminded yet. A mentor of several pairs counts once. */
export function toRemind(pairs: Pairing["pairs"], answers: ReadonlyMap<number, AnswerOfPair>): number {
  const silent = pairs.flatMap(({ id, newcomerId, mentorId }) => {
    const said = answers.get(id) ?? unanswered;
    const waits = (side: PairSide) => !said[side] && !said.reminded.includes(side);
    return [...(waits("newcomer") ? [newcomerId] : []), ...(waits("mentor") ? [mentorId] : [])];
  });
  return new Set(silent).size;
}

/** Where the table is looked at: the page of its mentors, and of those who wait, from 1. */
export type TablePages = { mentors: number; waits: number };

/** How many pages there are, when a page holds `size` people; one where there is nobody. */
export const pagesOf = ({ mentors, waits }: Pick<PairingTable, "mentors" | "waits">, size: number): TablePages => ({
  mentors: Math.max(1, Math.ceil(mentors.length / size)),
  waits: Math.max(1, Math.ceil(waits.length / size)),
});

/** The page that somebody is on: of the mentors, or of those who wait; empty when they are nowhere. */
export function pageWith({ mentors, waits }: PairingTable, newcomerId: number, size: number): Partial<TablePages> {
  const page = (at: number) => Math.floor(at / size) + 1;
  const row = mentors.findIndex(({ taken }) => taken.some((seat) => seat.newcomerId === newcomerId));
  if (row >= 0) return { mentors: page(row) };
  const at = waits.findIndex((wait) => wait.newcomerId === newcomerId);
  return at < 0 ? {} : { waits: page(at) };
}

const starterOf = (task: StarterTask | undefined): StarterTask | null =>
  task ? { number: task.number, title: task.title } : null;

const seat = ({
  newcomerId,
  newcomer,
  reasons,
}: {
  newcomerId: number;
  newcomer: string;
  reasons: readonly string[];
}) => ({
  newcomerId,
  newcomer,
  reasons: reasonLines(reasons),
});

const names = new Intl.Collator("en");
const byName = (a: { name: string; id: number }, b: { name: string; id: number }) =>
  names.compare(a.name, b.name) || a.id - b.id;
