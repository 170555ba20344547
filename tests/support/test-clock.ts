/** The database every test file gets a clone of. */
export const TEMPLATE = "portolan_template";

/** What time it is in a test until it says otherwise: a Monday morning, eleven o'clock in Palafrugell. */
export const TEST_NOW = "2026-05-04T09:00:00Z";
