/** How somebody takes part in a sprint. */
export const attendances = ["on_site", "online"] as const;
export type Attendance = (typeof attendances)[number];

/** Why a pair ended. `declined`: one of the two said no when they were asked, before it had begun. */
export const pairEndings = [
  "finished",
  "handed_over",
  "newcomer_left",
  "mentor_left",
  "not_a_fit",
  "declined",
] as const;
export type PairEnding = (typeof pairEndings)[number];
/** Those that people choose from when they end a pair. */
export const chosenEndings = ["finished", "handed_over", "newcomer_left", "mentor_left", "not_a_fit"] as const;

/** What one of the two says to the pair they are asked about, and whose word it is. */
export const pairAnswers = ["accepted", "declined"] as const;
export type PairAnswer = (typeof pairAnswers)[number];
export const pairSides = ["newcomer", "mentor"] as const;
export type PairSide = (typeof pairSides)[number];

/** What organizers do to a draft, as its history tells it. `propose`: done by the app, after somebody declined. */
export const planDeeds = ["run", "move", "wait", "fix", "forbid", "unrule", "propose"] as const;
export type PlanDeed = (typeof planDeeds)[number];

/** How a check-in says it is going. */
export const checkInMoods = ["well", "slow", "stuck"] as const;
export type CheckInMood = (typeof checkInMoods)[number];

/** What organizers can say of two people before the engine runs. */
export const pairRules = ["fixed", "forbidden"] as const;
export type PairRule = (typeof pairRules)[number];
