import type { MentorRow, Seat, WaitRow } from "../domain/plans/table";
import type { Move } from "../domain/roadmap/ordering";
import type { BoardList, BoardWords } from "./board-words";

/** The people of the table that can be moved, as the lists of a board: those who wait, and who sits with each mentor. */
export const listsOfTable = (mentors: readonly MentorRow[], waits: readonly WaitRow[]): BoardList[] => [
  {
    id: waitingList,
    kind: "newcomer",
    title: "those who wait",
    items: waits.map(({ newcomerId, newcomer }) => ({ id: String(newcomerId), title: newcomer })),
  },
  ...mentors.map(({ id, name, taken }) => ({
    id: String(id),
    kind: "newcomer",
    title: name,
    items: taken
      .filter(({ pairId }) => pairId === null)
      .map(({ newcomerId, newcomer }) => ({ id: String(newcomerId), title: newcomer })),
  })),
];

/** The list of those who wait, as a move's form says it too. */
export const waitingList = "wait";

/** The table with everybody where these lists have them; rows in which nothing changes stay the same objects. */
export function tableIn(
  mentors: readonly MentorRow[],
  waits: readonly WaitRow[],
  lists: readonly BoardList[],
): { mentors: MentorRow[]; waits: WaitRow[] } {
  const seats = new Map(mentors.flatMap(({ taken }) => taken.map((seat) => [String(seat.newcomerId), seat] as const)));
  const waiting = new Map(waits.map((wait) => [String(wait.newcomerId), wait]));
  const itemsOf = new Map(lists.map(({ id, items }) => [id, items]));
  const seatOf = ({ id, title }: { id: string; title: string }): Seat =>
    seats.get(id) ?? {
      newcomerId: Number(id),
      newcomer: title,
      reasons: [],
      starter: null,
      pairId: null,
      answer: null,
      byHand: true,
      fixed: false,
      fault: null,
    };
  return {
    mentors: mentors.map((mentor) => {
      const published = mentor.taken.filter(({ pairId }) => pairId !== null);
      const drafted = itemsOf.get(String(mentor.id)) ?? [];
      const taken = [...published, ...drafted.map(seatOf)];
      const same = taken.length === mentor.taken.length && taken.every((seat, at) => seat === mentor.taken[at]);
      return same ? mentor : { ...mentor, taken, free: Math.max(0, mentor.free + mentor.taken.length - taken.length) };
    }),
    waits: (itemsOf.get(waitingList) ?? []).map(
      ({ id, title }) => waiting.get(id) ?? { newcomerId: Number(id), newcomer: title, because: null },
    ),
  };
}

/** What a move to a seat would cost, by the list it goes to; null until it is known. `fit` is null of two who cannot be a pair. */
export type SeatCosts = ReadonlyMap<string, { can: boolean; fit: number | null; words: string }> | null;

const titleIn = (lists: readonly BoardList[], id: string) =>
  lists.flatMap(({ items }) => items).find((item) => item.id === id)?.title ?? "";
const listOf = (lists: readonly BoardList[], id: string) =>
  lists.find(({ items }) => items.some((item) => item.id === id));
const where = (list: BoardList | undefined) =>
  list === undefined ? "gone" : list.id === waitingList ? "among those who wait" : `with ${list.title}`;

const isIdle: BoardWords["isIdle"] = (lists, move) => listOf(lists, move.id)?.id === move.list;

/** What the table says while somebody is carried over it, with what seats cost them as far as it is known. */
export function tableWords(costs: SeatCosts): BoardWords {
  const over: BoardWords["over"] = (lists, move) => {
    if (move.list === waitingList) return "Among those who wait.";
    const said = costs?.get(move.list)?.words ?? "";
    return `With ${lists.find(({ id }) => id === move.list)?.title}. ${said}`.trim();
  };
  return { ...always, over, note: over };
}

const always = {
  isIdle,
  lifted: (lists: readonly BoardList[], id: string) =>
    `You have picked up ${titleIn(lists, id)}, ${where(listOf(lists, id))}.`,
  dropped: (lists: readonly BoardList[], move: Move) =>
    `${titleIn(lists, move.id)} is ${where(lists.find(({ id }) => id === move.list))} now.`,
  stayed: (lists: readonly BoardList[], id: string) => `${titleIn(lists, id)} stays ${where(listOf(lists, id))}.`,
} satisfies Omit<BoardWords, "over">;
