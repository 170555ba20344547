import { foldWords } from "../fold";
import type { Mentor, Newcomer } from "./people";
import { sharedMinutesLeast } from "./possible";
import type { Profile } from "./profile";
import { hoursInWords, listed } from "./reason-words";
import { countCommon, hasCommon } from "./word-sets";

/** A newcomer, a mentor, and the minutes they share. */
export type Together = { newcomer: Profile<Newcomer>; mentor: Profile<Mentor>; minutes: number };

export type FitPart =
  | "sharedHours"
  | "learning"
  | "themes"
  | "attendance"
  | "firstTime"
  | "clocks"
  | "wishes"
  | "workedBefore"
  | "language";

/** Parts that add to a fit, or take away from it: what only some have. All others are weighed against each other. */
export const addedParts: ReadonlySet<FitPart> = new Set(["wishes", "workedBefore", "language"]);

/** Who reads a reason: an organizer, one of the two, or both of them. */
export type Reader = "organizer" | "newcomer" | "mentor" | "both";

type Part = {
  /** From 0 (speaks against it) to 1 (could not be better); of what is added, from −1. */
  value: (together: Together) => number;
  /** "because …" or "despite …"; null where there is nothing to say to this reader. A "not with" shows in none. */
  reason: (together: Together, themeTitles: ReadonlyMap<number, string>, reader: Reader) => string | null;
};

/** The parts a fit is made of (product page, row 13). Each is one idea, and what it says on screen stands with it. */
export const fitParts: Readonly<Record<FitPart, Part>> = {
  /** A working day together is as good as more; in a longer programme, a working day each week. */
  sharedHours: {
    value: ({ newcomer, minutes }) => hoursValue(minutes, newcomer.presence.weeks),
    reason: (together) => {
      if (together.minutes < sharedMinutesLeast) return "despite less than two shared hours";
      const minutes = minutesAtATime(together);
      const often = together.newcomer.presence.weeks > 1 ? " a week" : "";
      return `${minutes < 3 * 60 ? "despite only" : "because"} ${hoursInWords(Math.round(minutes))}${often}`;
    },
  },

  /** Of what the newcomer wants to learn, how much the mentor knows. Who wants nothing in particular fits all alike. */
  learning: {
    value: ({ newcomer, mentor }) => learningValue(countCommon(newcomer.skills, mentor.skills), newcomer.skillCount),
    reason: ({ newcomer, mentor }) => {
      if (newcomer.skillCount === 0) return null;
      if (!hasCommon(newcomer.skills, mentor.skills)) return "despite none of the skills to be learned";
      const known = new Set(mentor.person.knows.map(foldWords));
      const common = newcomer.person.wants.filter((skill) => known.has(foldWords(skill))).map((skill) => skill.trim());
      return `because the mentor knows ${listed(common)}`;
    },
  },

  /** The shared theme that stands highest with both. */
  themes: {
    value: ({ newcomer, mentor }) => bestTheme(newcomer.person.themes, mentor.person.themes)?.value ?? 0,
    reason: ({ newcomer, mentor }, titles) => {
      const best = bestTheme(newcomer.person.themes, mentor.person.themes);
      if (best === null) {
        const bothChose = newcomer.person.themes.length > 0 && mentor.person.themes.length > 0;
        return bothChose ? "despite no theme in common" : null;
      }
      const title = titles.get(best.theme);
      if (title === undefined) return null;
      return best.value === 1 ? `because both put “${title}” first` : `because both chose “${title}”`;
    },
  },

  attendance: {
    value: ({ newcomer, mentor }) => (newcomer.presence.onSite === mentor.presence.onSite ? 1 : 0),
    reason: ({ newcomer, mentor }) => {
      if (newcomer.presence.onSite !== mentor.presence.onSite) return "despite one on site and one online";
      return newcomer.presence.onSite ? "because both are on site" : "because both are online";
    },
  },

  /** Somebody who is new is helped by somebody who is not. */
  firstTime: {
    value: ({ newcomer, mentor }) => (newcomer.person.firstTime && mentor.person.firstTime ? 0 : 1),
    reason: ({ newcomer, mentor }, _, reader) => {
      if (!newcomer.person.firstTime || reader !== "organizer") return null;
      return mentor.person.firstTime
        ? "despite a first time for both"
        : "because it is the first time for one and not for the other";
    },
  },

  /** Whether the two are awake at the same hours; at one place they are. */
  clocks: {
    value: (together) => 1 - minutesApart(together) / (12 * 60),
    reason: (together) => {
      const { newcomer, mentor } = together;
      if (newcomer.presence.onSite && mentor.presence.onSite) return null;
      const apart = minutesApart(together);
      if (apart === 0) return "because their clocks show the same time";
      if (apart <= 2 * 60) return `because their clocks are only ${hoursInWords(apart, "")} apart`;
      return apart >= 6 * 60 ? `despite clocks that are ${hoursInWords(apart, "")} apart` : null;
    },
  },

  /** Either would like to work with the other. A wish is told to organizers, and to whoever made it. */
  wishes: {
    value: (together) => (wishOf(together, "newcomer") ? 2 / 3 : 0) + (wishOf(together, "mentor") ? 1 / 3 : 0),
    reason: (together, _, reader) => {
      const { newcomer, mentor } = together;
      if (reader === "newcomer" || reader === "mentor") {
        const other = reader === "newcomer" ? mentor : newcomer;
        return wishOf(together, reader) ? `because you wished for ${other.person.name}` : null;
      }
      if (reader === "both") return null;
      if (wishOf(together, "newcomer")) {
        return wishOf(together, "mentor")
          ? "because both wished for it"
          : `because ${newcomer.person.name} wished for it`;
      }
      return wishOf(together, "mentor") ? `because ${mentor.person.name} wished for it` : null;
    },
  },

  /** They know each other from an earlier sprint. */
  workedBefore: {
    value: (together) => (haveWorked(together) ? 1 : 0),
    reason: (together) => (haveWorked(together) ? "because they have worked together before" : null),
  },

  /** A language both speak well; one that either only gets by in takes away, and is told to organizers alone. */
  language: {
    value: (together) => (speakWell(together) ? 0 : -1),
    reason: (together, _, reader) =>
      speakWell(together) || reader !== "organizer" ? null : "despite a language that one of them only gets by in",
  },
};

/** Shared minutes, each week, that are as good as more. */
export const hoursEnough = 8 * 60;

/** What shared minutes are worth, at a sprint of so many weeks. */
export const hoursValue = (minutes: number, weeks: number): number => Math.min(1, minutes / weeks / hoursEnough);

/** What it is worth that a mentor knows so many of the skills a newcomer wants. */
export const learningValue = (common: number, wanted: number): number => (wanted === 0 ? 0.5 : common / wanted);

/** What a shared theme is worth that stands so high with each, the first at 0. */
export const themeValue = (rank: number, otherRank: number): number => (2 / (2 + rank) + 2 / (2 + otherRank)) / 2;

/** The minutes two people share, or in a longer programme those of a week. */
const minutesAtATime = ({ newcomer, minutes }: Together): number => minutes / newcomer.presence.weeks;

const wishOf = ({ newcomer, mentor }: Together, whose: "newcomer" | "mentor"): boolean =>
  whose === "newcomer" ? newcomer.wishes.has(mentor.person.id) : mentor.wishes.has(newcomer.person.id);

const haveWorked = ({ newcomer, mentor }: Together): boolean => newcomer.workedWith.has(mentor.person.id);

/** Whether they share a language that both speak well; without any language in common there is nothing to take away. */
const speakWell = ({ newcomer, mentor }: Together): boolean =>
  hasCommon(newcomer.fluent, mentor.fluent) || !hasCommon(newcomer.languages, mentor.languages);

/** A first choice is worth 1, a second 2/3, a third 1/2, and so on; a shared theme the mean of both. */
function bestTheme(one: readonly number[], other: readonly number[]): { theme: number; value: number } | null {
  let best: { theme: number; value: number } | null = null;
  for (const [rank, theme] of one.entries()) {
    const otherRank = other.indexOf(theme);
    if (otherRank < 0) continue;
    const value = themeValue(rank, otherRank);
    if (best === null || value > best.value) best = { theme, value };
  }
  return best;
}

/** How far their clocks are apart, the short way round. */
function minutesApart({ newcomer, mentor }: Together): number {
  if (newcomer.presence.onSite && mentor.presence.onSite) return 0;
  const apart = Math.abs(newcomer.presence.offset - mentor.presence.offset) % (24 * 60);
  return Math.min(apart, 24 * 60 - apart);
}
