import { notNow, type Verdict, yes } from "../verdict";
import { type PhaseFacts, phaseOf } from "./phase";

/** Opening registration: until the last day is over. Opening it twice changes nothing. */
export function canOpenRegistration(sprint: PhaseFacts & { name: string }, now: Date): Verdict {
  if (phaseOf(sprint, now) !== "over") return yes;
  return notNow(
    `${sprint.name} is over, so nobody can register any more. Correct its days if they are wrong, or plan the next sprint.`,
  );
}
