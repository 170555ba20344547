/** The states of a theme, in the order a theme usually goes through them. */
export const themeStates = ["idea", "exploring", "active", "parked", "done"] as const;
export type ThemeState = (typeof themeStates)[number];
