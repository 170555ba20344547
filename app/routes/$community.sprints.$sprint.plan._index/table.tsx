import { useMemo, useRef } from "react";
import { Board } from "../../components/board";
import type { BoardList } from "../../components/board-words";
import { CarriedCosts } from "../../components/plan-cost";
import { listsOfTable, tableIn, tableWords } from "../../components/plan-lists";
import { PlanSides, type PlanSidesProps } from "../../components/plan-sides";
import { applyMove, type Move } from "../../domain/roadmap/ordering";
import { MoveNews, useMoves, usePendingMoves } from "../../http/moves";
import { useSeatCosts } from "../../http/seat-costs";
import { paths } from "../../paths";

type MovingTableProps = Omit<PlanSidesProps, "moving"> & {
  /** The draft's revision. */
  seen: number;
};

/** The table on which people are moved by hand: where they go shows at once, and is taken back if it could not be. */
export function MovingTable({ seen, ...table }: MovingTableProps) {
  const { community, sprint, mentors, waits } = table;
  const { sent, send } = useMoves();
  const { costs, lift } = useSeatCosts((newcomerId) => paths.planSeats(community, sprint, newcomerId));
  const lists = usePendingMoves().reduce<readonly BoardList[]>(applyMove, listsOfTable(mentors, waits));
  const words = useMemo(() => tableWords(costs), [costs]);
  // What somebody decides while they carry is decided by what they saw when they picked up.
  const saw = useRef(seen);
  const pickUp = (id: string | null) => {
    if (id !== null) saw.current = seen;
    lift(id);
  };
  const move = (made: Move) =>
    send(made, paths.planMove(community, sprint), { newcomer: made.id, mentor: made.list, seen: saw.current });
  return (
    <Board id="plan" lists={lists} onMove={move} onLift={pickUp} words={words} news={<MoveNews sent={sent} />}>
      <CarriedCosts.Provider value={costs}>
        <PlanSides {...table} {...tableIn(mentors, waits, lists)} moving />
      </CarriedCosts.Provider>
    </Board>
  );
}
