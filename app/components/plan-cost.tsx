import { createContext, useContext } from "react";
import styles from "./plan-cost.module.css";
import type { SeatCosts } from "./plan-lists";

/** What seats would cost whoever is carried at the moment; null while nobody is. */
export const CarriedCosts = createContext<SeatCosts>(null);

/** At a mentor, while somebody is carried who could sit there: how well they fit. */
export function PlanCost({ list }: { list: string }) {
  const cost = useContext(CarriedCosts)?.get(list);
  if (!cost?.can) return null;
  return (
    <p className={styles.fits} data-fits="" aria-hidden="true">
      fits {cost.fit}
    </p>
  );
}
