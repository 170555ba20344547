import type { SprintRole } from "../people/roles";

/** What the overview is read from: everybody registered. `pairs` counts those that go on. */
type Standing = {
  name: string;
  role: SprintRole;
  waits: boolean;
  seats: number | null;
  mentorHours: number | null;
  pairs: number;
  namedTasks: number;
  because: string | null;
};

/** A sprint at a glance. Whoever waits for a place counts as nothing else yet. */
export type Overview = {
  newcomers: number;
  mentors: number;
  seats: number;
  seatsLeft: number;
  /** Mentors' hours, and what is left of them. */
  hours: number;
  hoursLeft: number;
  /** Who waits for what, by name; `because`: the plan's reason. */
  waitingForPlace: { name: string; role: SprintRole }[];
  unpaired: { name: string; because: string | null }[];
  freeMentors: { name: string; seats: number }[];
};

/** The hours a mentor has left: each pair and each task outside one costs what the sprint says. Never below none. */
export const hoursLeft = (
  mentor: Pick<Standing, "mentorHours" | "pairs" | "namedTasks">,
  costs: { pairHours: number; taskHours: number },
): number =>
  Math.max(0, (mentor.mentorHours ?? 0) - mentor.pairs * costs.pairHours - mentor.namedTasks * costs.taskHours);

/** Adds up who is there, what mentors have left to give, and who waits for what. */
export function overviewOf(standings: readonly Standing[], costs: { pairHours: number; taskHours: number }): Overview {
  const there = standings.filter(({ waits }) => !waits);
  const newcomers = there.filter(({ role }) => role === "newcomer");
  const mentors = there.filter(({ role }) => role === "mentor");
  const sum = (counts: number[]) => counts.reduce((all, one) => all + one, 0);
  return {
    newcomers: newcomers.length,
    mentors: mentors.length,
    seats: sum(mentors.map(({ seats }) => seats ?? 0)),
    seatsLeft: sum(mentors.map(({ seats, pairs }) => Math.max(0, (seats ?? 0) - pairs))),
    hours: sum(mentors.map(({ mentorHours }) => mentorHours ?? 0)),
    hoursLeft: sum(mentors.map((mentor) => hoursLeft(mentor, costs))),
    waitingForPlace: standings.filter(({ waits }) => waits).map(({ name, role }) => ({ name, role })),
    unpaired: newcomers.filter(({ pairs }) => pairs === 0).map(({ name, because }) => ({ name, because })),
    freeMentors: mentors.filter(({ pairs }) => pairs === 0).map(({ name, seats }) => ({ name, seats: seats ?? 0 })),
  };
}
