import { limits } from "../limits";
import { notNow, type Verdict, yes } from "../verdict";

/** A theme goes only when nobody holds a task in it: nothing is taken out of people's hands. */
export function canDeleteTheme(held: number): Verdict {
  if (held === 0) return yes;
  const tasks = held === 1 ? "Somebody holds a task of this theme now." : `${held} tasks of this theme are held now.`;
  return notNow(`${tasks} Let them finish or hand back, or free the tasks on their pages first.`);
}

/** A task goes only when nobody holds it. */
export function canDeleteTask(holder: string | null): Verdict {
  if (holder === null) return yes;
  return notNow(`${holder} holds this task now. Let them finish or hand back, or free it on its page first.`);
}

/** What nobody holds, finished or answered may be taken off a theme; the rest stays, and says why. */
export function canTakeOff(thing: { holder: string | null; finished: boolean; answered: boolean }): Verdict {
  if (thing.finished) return notNow("It is finished, so it stays on record.");
  if (thing.answered) return notNow("It is answered, so it stays on record.");
  if (thing.holder === null) return yes;
  return notNow(`${thing.holder} holds it now, so it stays. It can go once they have finished or handed it back.`);
}

/** A task is divided while it is open; whoever holds it goes on with one of its parts. */
export const canDivide = (task: { finished: boolean }): Verdict =>
  task.finished ? notNow("This task is finished, so there is nothing left to divide. Add new tasks instead.") : yes;

type Mergeable = { number: number; finished: boolean; holder: string | null };

/** Two tasks become one while both are open and at most one of them is held. */
export function canMerge(kept: Mergeable, other: Mergeable): Verdict {
  if (kept.number === other.number) return notNow("A task cannot be merged into itself. Choose another one.");
  const finished = [kept, other].find((task) => task.finished);
  if (finished) return notNow(`Task ${finished.number} is finished, so it stays as it is on record.`);
  if (kept.holder === null || other.holder === null) return yes;
  return notNow(
    `${kept.holder} holds task ${kept.number} and ${other.holder} task ${other.number}. One of the two has to be handed back before they can become one.`,
  );
}

/** One sentence for a list of blockers that is too long. */
export const mostWaits = `A task can wait for ${limits.blockersMost} others at most.`;

/** A task that is open can wait for one more, up to the limit; `waits` is how many it waits for now. */
export function canWait(task: { finished: boolean; waits: number }): Verdict {
  if (task.finished) return notNow("This task is finished, so there is nothing it could wait for.");
  if (task.waits < limits.blockersMost) return yes;
  return notNow(`${mostWaits} Divide it, so that each part waits for what it needs.`);
}
