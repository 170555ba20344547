/** How somebody takes part in a sprint. */
export const attendances = ["on_site", "online"] as const;
export type Attendance = (typeof attendances)[number];

/** Why a pair ended. */
export const pairEndings = ["finished", "handed_over", "newcomer_left", "mentor_left", "not_a_fit"] as const;
export type PairEnding = (typeof pairEndings)[number];

/** How a check-in says it is going. */
export const checkInMoods = ["well", "slow", "stuck"] as const;
export type CheckInMood = (typeof checkInMoods)[number];

/** What organizers can say of two people before the engine runs. */
export const pairRules = ["fixed", "forbidden"] as const;
export type PairRule = (typeof pairRules)[number];
