import { limits } from "../limits";
import { type CheckFacts, staleBecause } from "./staleness";

/** What readiness is computed from. Instants are absolute; `now` is the database's. */
export type ReadinessFacts = {
  /** What the task is for; where it says nothing, the theme's why counts. */
  goal: string;
  themeWhy: string;
  start: string;
  doneWhen: string;
  verify: string;
  /** Unfinished tasks and undecided questions it waits for. */
  openBlockers: readonly { number: number; title: string }[];
  openQuestions: readonly { number: number; title: string }[];
  sizeMinutes: number | null;
  mentorName: string | null;
  /** The named mentor's hours left while a sprint is on; null between sprints, when hours are nobody's limit. */
  mentorHoursLeft: number | null;
} & CheckFacts;

export type Check = {
  key: "why" | "start" | "doneWhen" | "verify" | "blockers" | "questions" | "small" | "mentor" | "checked";
  must: boolean;
  met: boolean;
  label: string;
  /** What is missing, in words that follow "Not ready:". */
  missing: string;
  /** One sentence of help: what to write or do. */
  help: string;
};

export type Readiness = {
  /** Every must is met: a newcomer could start today. */
  ready: boolean;
  checks: Check[];
  /** What it waits for, when that is all that is in the way. */
  waitsFor: string | null;
  /** One sentence that says why it is not ready; null when it is. */
  because: string | null;
};

const says = (text: string): boolean => text.trim() !== "";

/**
 * Whether a newcomer could start this task today. Musts: why, where to start, done when, how to verify, nothing
 * blocking, no open question. Shoulds: small enough, a mentor with hours left (while a sprint is on), checked recently.
 * Computed each time, never stored; the same musts are counted in SQL by `isReady`.
 */
export function readiness(facts: ReadinessFacts): Readiness {
  const { unmet, waitsFor } = lack(facts);
  const first = firstInTheWay(facts);
  return {
    ready: unmet.length === 0,
    checks: [...musts.map((must) => checkOf(must, facts)), ...shoulds(facts)],
    waitsFor,
    because: unmet.length === 0 ? null : sentence(unmet, first?.title ?? null, facts.openBlockers.length),
  };
}

/** What the musts look at. */
export type MustFacts = Pick<
  ReadinessFacts,
  "goal" | "themeWhy" | "start" | "doneWhen" | "verify" | "openBlockers" | "openQuestions"
>;

type Must = Pick<Check, "key" | "label" | "missing"> & {
  isMet: (facts: MustFacts) => boolean;
  help: (facts: MustFacts) => string;
};

/** The musts a task lacks, and (`waitsFor`) the title of what it waits for when that is all that is in the way. */
export function lack(facts: MustFacts): { unmet: readonly Must[]; waitsFor: string | null } {
  const unmet = musts.filter(({ isMet }) => !isMet(facts));
  const waits = unmet.length > 0 && unmet.every(({ key }) => key === "blockers" || key === "questions");
  return { unmet, waitsFor: waits ? (firstInTheWay(facts)?.title ?? null) : null };
}

const firstInTheWay = ({ openBlockers, openQuestions }: MustFacts) => openBlockers[0] ?? openQuestions[0];

const checkOf = ({ isMet, help, ...must }: Must, facts: MustFacts): Check => ({
  ...must,
  must: true,
  met: isMet(facts),
  help: help(facts),
});

const musts: readonly Must[] = [
  {
    key: "why",
    isMet: ({ goal, themeWhy }) => says(goal) || says(themeWhy),
    label: "Why it matters",
    missing: "nobody has said why it matters",
    help: () => "Say in a sentence what is better once it is done; the theme's why counts for all its tasks.",
  },
  {
    key: "start",
    isMet: ({ start }) => says(start),
    label: "Where to start",
    missing: "no place to start",
    help: () => "Name the file, page or ticket somebody opens first.",
  },
  {
    key: "doneWhen",
    isMet: ({ doneWhen }) => says(doneWhen),
    label: "Done when",
    missing: "no way to tell when it is done",
    help: () => "Describe what somebody can see when it is finished.",
  },
  {
    key: "verify",
    isMet: ({ verify }) => says(verify),
    label: "How to verify",
    missing: "no way to check the result",
    help: () => "Say how the person who did it can convince themselves that it works.",
  },
  {
    key: "blockers",
    isMet: ({ openBlockers }) => openBlockers.length === 0,
    label: "Nothing in the way",
    missing: "another task has to be finished first",
    help: ({ openBlockers }) => `Finish first: ${openBlockers.map(({ title }) => `“${title}”`).join(", ")}.`,
  },
  {
    key: "questions",
    isMet: ({ openQuestions }) => openQuestions.length === 0,
    label: "No open question",
    missing: "a question has to be answered first",
    help: ({ openQuestions }) => `Answer first: ${openQuestions.map(({ title }) => `“${title}”`).join(", ")}`,
  },
];

function shoulds(facts: ReadinessFacts): Check[] {
  const stale = staleBecause(facts);
  return [
    {
      key: "small",
      must: false,
      met: facts.sizeMinutes !== null && facts.sizeMinutes <= limits.firstTaskMinutes,
      label: "Small enough to begin with",
      missing: facts.sizeMinutes === null ? "nobody has said how long it takes" : "it is too big for a first task",
      help: facts.sizeMinutes === null ? "Guess how long it takes." : "Divide it: a first task fits into a day.",
    },
    {
      key: "mentor",
      must: false,
      met: facts.mentorName !== null && (facts.mentorHoursLeft === null || facts.mentorHoursLeft > 0),
      label: "Somebody to ask",
      missing: facts.mentorName === null ? "nobody is named to ask" : "its mentor has no hours left",
      help: facts.mentorName === null ? "Name somebody a newcomer can ask." : "Name somebody who still has hours.",
    },
    {
      key: "checked",
      must: false,
      met: stale === null,
      label: "Checked recently",
      missing: "nobody has checked lately whether it is still true",
      help: `${stale ?? ""} Read it over: say that it is still true, or put it right.`,
    },
  ];
}

function sentence(unmet: readonly Must[], waitsFor: string | null, blockers: number): string {
  const [first] = unmet;
  if (unmet.length === 1 && first) {
    if (first.key === "blockers" && waitsFor) {
      return `It waits for “${waitsFor}”${blockers > 1 ? ` and ${blockers - 1} more` : ""}.`;
    }
    if (first.key === "questions" && waitsFor) return `It waits for an answer: ${waitsFor}`;
    return `There is ${first.key === "why" ? "nothing that says why it matters" : first.missing} yet.`;
  }
  return `${unmet.length} things are missing: ${unmet.map(({ label }) => label.toLowerCase()).join(", ")}.`;
}
