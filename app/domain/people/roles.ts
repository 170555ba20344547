/** What a person is in a community: its organizers own the roadmap, its members may claim. */
export const communityRoles = ["organizer", "member"] as const;
export type CommunityRole = (typeof communityRoles)[number];

/** A person's part in one sprint. A role belongs to a sprint, not to an account. */
export const sprintRoles = ["newcomer", "mentor"] as const;
export type SprintRole = (typeof sprintRoles)[number];
