import { useCallback, useRef, useState } from "react";

/** What putting somebody with a mentor would cost: as the server words it, by the mentor's registration. */
type Costs = ReadonlyMap<string, { can: boolean; words: string }>;

/**
 * What seats would cost whoever is picked up, asked of the server once when they are. `now` says what is known at the moment;
 * an answer that comes after they were put down is dropped.
 */
export function useSeatCosts(address: (newcomerId: number) => string) {
  const [costs, know] = useState<Costs | null>(null);
  const known = useRef<Costs | null>(null);
  const carried = useRef<string | null>(null);
  const lift = (id: string | null) => {
    carried.current = id;
    known.current = null;
    know(null);
    if (id !== null) void ask(id);
  };
  const ask = async (id: string) => {
    try {
      const answer = await fetch(address(Number(id)));
      if (!answer.ok) return;
      const { seats } = (await answer.json()) as { seats: { mentorId: number; can: boolean; words: string }[] };
      if (carried.current !== id) return;
      known.current = new Map(seats.map(({ mentorId, can, words }) => [String(mentorId), { can, words }]));
      know(known.current);
    } catch {
      // Without an answer they are moved all the same: the form says what it costs.
    }
  };
  return { costs, lift, now: useCallback(() => known.current, []) };
}
