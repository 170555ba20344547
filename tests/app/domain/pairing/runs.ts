/** How often a property is tried: a few times each day, five times as often in the long run. */
export const runs = (few: number): { numRuns: number } => ({ numRuns: process.env.PROPERTY_RUNS ? 5 * few : few });
