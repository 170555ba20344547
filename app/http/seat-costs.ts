import { useRef, useState } from "react";

/** What putting somebody with a mentor would cost: as the server words it, by the mentor's registration. */
type Costs = ReadonlyMap<string, Cost>;
type Cost = { can: boolean; fit: number | null; words: string };

/**
 * What seats would cost whoever is picked up, asked of the server once when they are: null until it is known. An answer that
 * comes after they were put down is dropped.
 */
export function useSeatCosts(address: (newcomerId: number) => string) {
  const [costs, know] = useState<Costs | null>(null);
  const carried = useRef<string | null>(null);
  const lift = (id: string | null) => {
    carried.current = id;
    know(null);
    if (id !== null) void ask(id);
  };
  const ask = async (id: string) => {
    try {
      const answer = await fetch(address(Number(id)));
      if (!answer.ok) return;
      const { seats } = (await answer.json()) as { seats: (Cost & { mentorId: number })[] };
      if (carried.current !== id) return;
      know(new Map(seats.map(({ mentorId, ...cost }) => [String(mentorId), cost])));
    } catch {
      // Without an answer they are moved all the same: the form says what it costs.
    }
  };
  return { costs, lift };
}
