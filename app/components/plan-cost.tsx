import { createContext, useContext } from "react";
import styles from "./plan-cost.module.css";
import type { SeatCosts } from "./plan-lists";

/** What seats would cost whoever is carried at the moment; null while nobody is. */
export const CarriedCosts = createContext<SeatCosts>(null);

/** What it would cost to put whoever is carried into this list. */
export function PlanCost({ list }: { list: string }) {
  const cost = useContext(CarriedCosts)?.get(list);
  if (!cost) return null;
  return (
    <p className={cost.can ? `${styles.cost} ${styles.can}` : styles.cost} aria-hidden="true">
      {cost.words}
    </p>
  );
}
