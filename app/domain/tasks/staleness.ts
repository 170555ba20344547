import { limits } from "../limits";
import { notNow, notYours, type Verdict, yes } from "../verdict";

/** What tells whether a task has to be looked at again. Instants are absolute; `now` is the database's. */
export type CheckFacts = {
  /** When somebody last looked whether it is all still true. */
  checkedAt: Date;
  /** When the theme's why came to say something else; null: it never did. */
  whyChangedAt: Date | null;
  /** When what it waits for last changed: a task was added or finished, a question answered; null: it waits for nothing. */
  waitsChangedAt: Date | null;
  now: Date;
};

const day = 86_400_000;

const after = (at: Date | null, checkedAt: Date) => at !== null && at.getTime() > checkedAt.getTime();

/**
 * Why a task asks to be checked, as a sentence; null while it counts as checked. It goes stale when nobody has looked for
 * `limits.checkedDays`, and when the theme's why or what it waits for has changed since. The same rule is `isStale` in SQL.
 */
export function staleBecause({ checkedAt, whyChangedAt, waitsChangedAt, now }: CheckFacts): string | null {
  if (after(whyChangedAt, checkedAt)) return "The theme's why has changed since somebody last checked it.";
  if (after(waitsChangedAt, checkedAt)) return "What it waited for has changed since somebody last checked it.";
  const days = Math.floor((now.getTime() - checkedAt.getTime()) / day);
  return days < limits.checkedDays ? null : `Nobody has checked it for ${days} days.`;
}

/** Organizers and the task's mentor say that a task is still true, while it is open. */
export function canCheck(
  task: { finished: boolean; mentorId: number | null },
  viewer: { personId: number; organizer: boolean },
): Verdict {
  if (!viewer.organizer && task.mentorId !== viewer.personId) {
    return notYours("Organizers and the task's mentor say whether it is still true. Tell one of them what you found.");
  }
  return task.finished ? notNow("This task is finished, so there is nothing left to check.") : yes;
}
