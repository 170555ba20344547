import { sharesHours, sharesLanguage } from "./possible";
import { isThere } from "./presence";
import type { Profile } from "./profile";
import { either, languageInWords } from "./reason-words";

/** Said of whoever could have been paired, if others were not. */
export const seatsAreTaken = "Every seat of the mentors who fit is taken.";

/**
 * The rule in the way of a newcomer whom nobody could take, as a sentence for organizers and the newcomer. `mentors` are
 * those who had a seat to give; `isForbidden` is what organizers have ruled out. A private "not with" shows in no word.
 */
export function ruleInTheWay(
  newcomer: Profile,
  mentors: readonly Profile[],
  isForbidden: (mentor: Profile) => boolean,
): string {
  const { name, languages } = newcomer.person;
  if (mentors.length === 0) return "No mentor has a free seat.";
  if (languages.length === 0) return `${name} has not said which languages they speak.`;

  const spoken = either(languages.map(languageInWords));
  const understand = mentors.filter((mentor) => sharesLanguage(newcomer, mentor));
  if (understand.length === 0) return `No mentor with a free seat speaks ${spoken}.`;

  if (!isThere(newcomer.presence)) return `${name} has no hours on the days of the sprint.`;
  const meet = understand.filter((mentor) => sharesHours(newcomer, mentor));
  if (meet.length === 0) {
    return mentors.some((mentor) => sharesHours(newcomer, mentor))
      ? `Nobody who speaks ${spoken} shares two hours with ${name}.`
      : `Nobody shares two hours with ${name}.`;
  }

  if (meet.every(isForbidden)) return `Every mentor who could take ${name} is ruled out by a forbidden pair.`;
  return `No mentor with a free seat can be paired with ${name}.`;
}
