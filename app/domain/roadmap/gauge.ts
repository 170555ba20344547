import { dayAt, dayInWords, sprintDays } from "../sprint/days";
import { hoursLeft } from "../sprint/overview";
import { type PhaseFacts, phaseOf } from "../sprint/phase";
import type { GaugeTheme, RoadmapGauge, ThemeGauge } from "./gauge-figures";
import { gaugeSays } from "./gauge-words";

/** Newcomers of a sprint who hold no task and wish for the same themes that are worked on, first choice first; `paired` of them have a mentor. */
export type NewcomersWishing = { themes: number[]; people: number; paired: number };

/** A mentor of a sprint, without a name: what they give, what it is spent on, the themes they wish for in order, their days. */
export type MentorGiving = {
  themes: number[];
  days: string[];
  mentorHours: number | null;
  pairs: number;
  namedTasks: number;
};

export type Wishes = { newcomers: readonly NewcomersWishing[]; mentors: readonly MentorGiving[] };

/** The sprint a gauge is read for. `is`: it is on, it is the next one, or it is the last one there was. */
export type GaugeSprint<Sprint extends PhaseFacts = PhaseFacts> = { is: "on" | "next" | "last"; sprint: Sprint };

/**
 * The sprint to read the gauge for: the one that is on (of several, the first to have begun), else the next to come, else the
 * last one, because whoever wished for something there may still want it. Null when the community has never planned any.
 */
export function gaugeSprint<Sprint extends PhaseFacts>(
  sprints: readonly Sprint[],
  now: Date,
): GaugeSprint<Sprint> | null {
  const phased = sprints.map((sprint) => ({ sprint, phase: phaseOf(sprint, now) }));
  const byStart = phased.toSorted((a, b) => (a.sprint.startsOn < b.sprint.startsOn ? -1 : 1));
  const on = byStart.find(({ phase }) => phase === "on");
  if (on) return { is: "on", sprint: on.sprint };
  const next = byStart.find(({ phase }) => phase !== "over");
  if (next) return { is: "next", sprint: next.sprint };
  const last = byStart.at(-1);
  return last ? { is: "last", sprint: last.sprint } : null;
}

/** Fewer people than this are not counted where others than organizers read it. */
export const fewPeople = 3;

type Reading = {
  sprint: GaugeSprint<PhaseFacts & { pairHours: number; taskHours: number }> | null;
  wishes: Wishes;
  now: Date;
  /** For organizers, who can read every registration: every number as it is. */
  exact: boolean;
};

/**
 * Reads the gauge of these themes.
 *
 * A newcomer counts in each theme they wish for, and once in the roadmap's sums. A mentor's hours left (what they give, minus
 * pairs and named tasks at the sprint's costs) are shared among the themes they wish for in whole hours, equally, and what
 * does not divide goes to the earlier wishes; so the themes' hours add up to the roadmap's, and no hour is counted twice.
 * Whoever wishes for no theme counts in the roadmap's sum alone. After the last sprint hours are nobody's, so there are none.
 */
export function readGauge(themes: readonly GaugeTheme[], { sprint, wishes, now, exact }: Reading): RoadmapGauge {
  const { newcomers } = wishes;
  const wished = wishesByTheme(newcomers);
  const coming = sprint !== null && sprint.is !== "last";
  const mentors = coming
    ? wishes.mentors.map((mentor) => ({
        themes: mentor.themes,
        days: mentor.days,
        hours: hoursLeft(mentor, sprint.sprint),
      }))
    : [];
  const known = (count: number, people: number) => (exact || people >= fewPeople ? count : null);
  const given = givenByTheme(mentors);
  const cost = sprint?.sprint.pairHours ?? 0;
  const ahead = coming && given.size > 0 ? daysAhead(sprint.sprint, now) : [];

  const gauges = themes.map((theme): ThemeGauge => {
    const { wants, first, unpaired } = wished.get(theme.id) ?? nobody;
    const { here, hours } = given.get(theme.id) ?? nothing;
    const counted = sprint ? known(wants, wants) : null;
    const gauge: ThemeGauge = {
      id: theme.id,
      slug: theme.slug,
      title: theme.title,
      open: theme.open,
      ready: theme.ready,
      wants: counted,
      first: known(first, wants),
      unpaired: known(unpaired, wants),
      mentors: coming ? (here.length === 0 ? 0 : known(here.length, here.length)) : null,
      hours: coming ? known(hours, here.length) : null,
      hoursFor: coming && cost > 0 ? known(Math.floor(hours / cost), here.length) : null,
      daysWithout:
        here.length > 0 && known(here.length, here.length) !== null
          ? ahead.filter((day) => here.every(({ days }) => !days.includes(day))).map((day) => dayInWords(day))
          : [],
      gap: Math.max(0, (counted ?? 0) - theme.ready),
      says: "",
    };
    gauge.says = gaugeSays(gauge, sprint?.is ?? null, cost);
    return gauge;
  });
  const all = sum(newcomers.map(({ people }) => people));
  const without = serveInOrder(themes, newcomers);
  return {
    themes: gauges,
    ready: sum(themes.map(({ ready }) => ready)),
    newcomers: sprint ? known(all, all) : null,
    without: sprint ? known(without, without === 0 ? all : without) : null,
    hours: coming ? known(sum(mentors.map(({ hours }) => hours)), mentors.length) : null,
  };
}

const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

const nobody = { wants: 0, first: 0, unpaired: 0 };
const nothing: { here: readonly { days: string[] }[]; hours: number } = { here: [], hours: 0 };

/** For each theme that is wished for: how many want it at all, as their first choice, and without a mentor. Each wish is read once, however many themes there are. */
function wishesByTheme(newcomers: readonly NewcomersWishing[]): ReadonlyMap<number, typeof nobody> {
  const wished = new Map<number, typeof nobody>();
  for (const { themes, people, paired } of newcomers) {
    for (const id of new Set(themes)) {
      const known = wished.get(id) ?? nobody;
      wished.set(id, {
        wants: known.wants + people,
        first: known.first + (themes[0] === id ? people : 0),
        unpaired: known.unpaired + people - paired,
      });
    }
  }
  return wished;
}

/** For each theme that mentors wish for: who they are, by their days, and their hours for it. */
function givenByTheme(mentors: readonly { themes: number[]; days: string[]; hours: number }[]) {
  const given = new Map<number, { here: { days: string[] }[]; hours: number }>();
  for (const mentor of mentors) {
    for (const [id, hours] of shareHours(mentor.themes, mentor.hours)) {
      const known = given.get(id) ?? { here: [], hours: 0 };
      known.here.push(mentor);
      given.set(id, { here: known.here, hours: known.hours + hours });
    }
  }
  return given;
}

const daysAhead = (sprint: PhaseFacts, now: Date) => {
  const today = dayAt(now, sprint.timeZone);
  return sprintDays(sprint).filter((day) => day >= today);
};

/** A mentor's hours by theme: 8 hours for three themes are 3, 3 and 2, the earlier wishes first. */
export function shareHours(themes: readonly number[], hours: number): Map<number, number> {
  const each = Math.floor(hours / Math.max(1, themes.length));
  const over = hours - each * themes.length;
  return new Map(themes.map((id, index) => [id, each + (index < over ? 1 : 0)]));
}

/**
 * How many newcomers are left without a task when the ready ones are handed out as an organizer would: first choices first,
 * then second and third ones; among equals those with fewer other wishes. Whoever wishes for nothing takes what is left.
 */
export function serveInOrder(
  themes: readonly Pick<GaugeTheme, "id" | "ready">[],
  newcomers: readonly Pick<NewcomersWishing, "themes" | "people">[],
): number {
  const free = new Map(themes.map(({ id, ready }) => [id, ready]));
  const waiting = newcomers
    .map(({ themes, people }) => ({ themes, people }))
    .toSorted((a, b) => a.themes.length - b.themes.length || (a.themes.join() < b.themes.join() ? -1 : 1));
  const most = Math.max(0, ...waiting.map(({ themes }) => themes.length));
  for (let wish = 0; wish < most; wish += 1) {
    for (const group of waiting) {
      const id = group.themes[wish];
      if (id === undefined) continue;
      const given = Math.min(group.people, free.get(id) ?? 0);
      group.people -= given;
      free.set(id, (free.get(id) ?? 0) - given);
    }
  }
  const anything = sum(waiting.map(({ themes, people }) => (themes.length === 0 ? people : 0)));
  const left = sum([...free.values()]);
  return sum(waiting.map(({ people }) => people)) - Math.min(anything, left);
}
