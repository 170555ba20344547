import type { RoadmapGauge, ThemeGauge } from "./gauge-figures";

/** "1 task", "2 tasks", "no task". */
export const counted = (count: number, noun: string): string =>
  count === 0 ? `no ${noun}` : `${count} ${noun}${count === 1 ? "" : "s"}`;

const isReady = (ready: number) => `${counted(ready, "task")} ${ready > 1 ? "are" : "is"} ready`;
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

type Facts = Omit<ThemeGauge, "says">;

/**
 * What a theme lacks, in one sentence: tasks first, then somebody to mentor, then mentors' hours, then a day without any of
 * them. `sprint`: which one it is read for; null, when there has never been one. `cost`: mentor hours of a pair.
 */
export function gaugeSays(facts: Facts, sprint: "on" | "next" | "last" | null, cost: number): string {
  const { ready, wants, gap } = facts;
  if (sprint === null) return `${unasked(facts)} No sprint is planned, so nobody has said what they wish for.`;
  if (wants === null) return `Few newcomers or none want this so far, and ${isReady(ready)}.`;
  if (wants === 0) return `No newcomer has wished for this${sprint === "last" ? "" : " so far"}. ${unasked(facts)}`;
  if (sprint === "last") {
    const waited = `${capital(newcomersWant(wants, "wished for this at the last sprint and hold no task now"))}`;
    return gap === 0 ? `${waited}, and ${isReady(ready)}.` : `${waited}, and ${isReady(ready)}: ${prepare(facts)}.`;
  }
  if (gap > 0) return `${capital(newcomersWant(wants))}, ${isReady(ready)}: ${prepare(facts)}.`;
  if (facts.mentors === 0) return `${capital(newcomersWant(wants))}, and nobody mentors here.`;
  const short = hoursShort(facts, cost);
  if (short) return short;
  const [day] = facts.daysWithout;
  if (day) return `Nobody mentors here on ${day}.`;
  return `${capital(newcomersWant(wants))}, and ${isReady(ready)}: nothing is missing.`;
}

/** "4 newcomers want this", "1 newcomer wants this". */
export function newcomersWant(wants: number, verb?: string): string {
  const does = verb ? (wants === 1 ? verb.replace("hold", "holds") : verb) : wants === 1 ? "wants this" : "want this";
  return `${counted(wants, "newcomer")} ${does}`;
}

const prepare = ({ gap, ready }: Facts) => `prepare ${gap}${ready > 0 ? " more" : ""}`;

const unasked = ({ ready, open }: Facts) => {
  if (open === 0) return "It has no task yet.";
  return ready === 0 ? "None of its tasks is ready." : `${capital(isReady(ready))}.`;
};

function hoursShort({ unpaired, hours }: Facts, cost: number): string | null {
  if (unpaired === null || hours === null || unpaired * cost <= hours) return null;
  const who = unpaired === 1 ? "1 newcomer here has" : `${unpaired} newcomers here have`;
  return `${who} no mentor yet: that takes ${counted(unpaired * cost, "mentor hour")}, and ${hours === 1 ? "1 is" : `${hours === 0 ? "none" : hours} are`} left.`;
}

/** The figures above the gauges: each newcomer and each hour counted once, and only what may be said. */
export function guidanceFacts({ ready, newcomers, without, hours }: Omit<RoadmapGauge, "themes">) {
  const facts = [{ value: ready, label: ready === 1 ? "task is ready and free" : "tasks are ready and free" }];
  if (newcomers !== null) {
    facts.push({
      value: newcomers,
      label: newcomers === 1 ? "newcomer holds no task yet" : "newcomers hold no task yet",
    });
  }
  if (without !== null) facts.push({ value: without, label: "of them have none left among their wishes" });
  if (hours !== null)
    facts.push({ value: hours, label: hours === 1 ? "mentor hour is left" : "mentor hours are left" });
  return facts;
}
