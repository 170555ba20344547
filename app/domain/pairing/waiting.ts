import { sharesHours, sharesLanguage } from "./possible";
import { isThere, type Presence } from "./presence";
import type { Profile } from "./profile";
import { either, languageInWords } from "./reason-words";

/** Said of whoever could have been paired, if others were not. */
export const seatsAreTaken = "Every seat of the mentors who fit is taken.";

/**
 * Tells the rule in the way of a newcomer whom nobody could take, as a sentence for organizers and the newcomer. `mentors` are
 * those who had a seat to give; `isForbidden` is what organizers have ruled out. A private "not with" shows in no word.
 */
export function rulesInTheWay(
  mentors: readonly Profile[],
): (newcomer: Profile, isForbidden: (mentor: Profile) => boolean) => string {
  const whoMeets = meetings(mentors);
  const spokenBy = spokenWords();
  return (newcomer, isForbidden) => {
    const { name, languages } = newcomer.person;
    if (mentors.length === 0) return "No mentor has a free seat.";
    if (languages.length === 0) return `${name} has not said which languages they speak.`;

    const spoken = spokenBy(languages);
    if (!mentors.some((mentor) => sharesLanguage(newcomer, mentor))) {
      return `No mentor with a free seat speaks ${spoken}.`;
    }

    if (!isThere(newcomer.presence)) return `${name} has no hours on the days of the sprint.`;
    const there = whoMeets(newcomer);
    const meet = there.filter((mentor) => sharesLanguage(newcomer, mentor));
    if (meet.length === 0) {
      return there.length > 0
        ? `Nobody who speaks ${spoken} shares two hours with ${name}.`
        : `Nobody shares two hours with ${name}.`;
    }

    if (meet.every(isForbidden)) return `Every mentor who could take ${name} is ruled out by a forbidden pair.`;
    return `No mentor with a free seat can be paired with ${name}.`;
  };
}

/** "Spanish or Catalan": put into words once for all who speak the same. */
function spokenWords(): (languages: readonly string[]) => string {
  const known = new Map<string, string>();
  return (languages) => {
    const key = JSON.stringify(languages);
    const words = known.get(key) ?? either(languages.map(languageInWords));
    known.set(key, words);
    return words;
  };
}

/** Who shares hours with somebody: looked up once for all who are there at the same times. */
function meetings(mentors: readonly Profile[]): (newcomer: Profile) => readonly Profile[] {
  const known = new Map<Presence, readonly Profile[]>();
  return (newcomer) => {
    const found = known.get(newcomer.presence) ?? mentors.filter((mentor) => sharesHours(newcomer, mentor));
    known.set(newcomer.presence, found);
    return found;
  };
}
