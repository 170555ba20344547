import { sharedMinutes } from "./presence";
import type { Profile } from "./profile";
import { hasCommon } from "./word-sets";

/** Two people who share less than this cannot be paired. */
export const sharedMinutesLeast = 2 * 60;

/**
 * Whether two people could be paired, a free seat provided: a shared language, at least two shared hours, and neither
 * would rather not. Answers the minutes they share, or null. (Product page, row 13; what organizers forbid is not
 * looked at here.)
 */
export function possibleMinutes(newcomer: Profile, mentor: Profile): number | null {
  if (!sharesLanguage(newcomer, mentor) || wouldRatherNot(newcomer, mentor)) return null;
  const minutes = sharedMinutes(newcomer.presence, mentor.presence);
  return minutes < sharedMinutesLeast ? null : minutes;
}

export const sharesLanguage = (newcomer: Profile, mentor: Profile): boolean =>
  hasCommon(newcomer.languages, mentor.languages);

export const sharesHours = (newcomer: Profile, mentor: Profile): boolean =>
  sharedMinutes(newcomer.presence, mentor.presence) >= sharedMinutesLeast;

/** Either is on the other's "not with". Private: say that two cannot be paired, never why. */
export const wouldRatherNot = (newcomer: Profile, mentor: Profile): boolean =>
  newcomer.notWith.has(mentor.person.id) || mentor.notWith.has(newcomer.person.id);
