/** A theme that is worked on, with its tasks: `open` ones are not finished, `ready` ones can be taken now. */
export type GaugeTheme = { id: number; slug: string; title: string; open: number; ready: number };

/**
 * How a theme stands. Numbers of people are sums; null where saying them would give somebody away.
 *
 * `wants`: newcomers who hold no task and wish for it at all; `first`: as their first choice; `unpaired`: without a mentor.
 * `hours`: the mentor hours it can count on. `gap`: tasks to prepare, `wants − ready`, never below none.
 */
export type ThemeGauge = GaugeTheme & {
  wants: number | null;
  first: number | null;
  unpaired: number | null;
  mentors: number | null;
  hours: number | null;
  /** How many newcomers its hours are enough for, at the sprint's cost of a pair. */
  hoursFor: number | null;
  /** Days of the sprint still to come on which none of its mentors is there, in words. */
  daysWithout: string[];
  gap: number;
  /** One sentence: what is missing, or that nothing is. */
  says: string;
};

/** The roadmap as a whole: each newcomer and each hour counted once. */
export type RoadmapGauge = {
  themes: ThemeGauge[];
  ready: number;
  newcomers: number | null;
  /** Newcomers for whom nothing is left once ready tasks are handed out in order of wish. */
  without: number | null;
  hours: number | null;
};
