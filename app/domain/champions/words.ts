/**
 * How an offer of a theme was answered. `withdrawn`: whoever made it took it back; `lapsed`: somebody else has become its
 * champion meanwhile.
 */
export const championAnswers = ["accepted", "declined", "withdrawn", "lapsed"] as const;
export type ChampionAnswer = (typeof championAnswers)[number];

/** How a champion stopped carrying a theme. `relieved`: an organizer ended it; `left`: they left the community. */
export const championEndings = ["stepped_back", "relieved", "left"] as const;
export type ChampionEnding = (typeof championEndings)[number];
