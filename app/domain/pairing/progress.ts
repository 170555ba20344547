/** What the engine does, one after the other: how well each two fit, who sits with whom, and whether there is a better way. */
export const pairingSteps = ["comparing", "placing", "proving"] as const;
export type PairingStep = (typeof pairingSteps)[number];

/** Told how far the engine has got: the step, and, of the first, how many newcomers have been compared with all mentors. */
export type Watch = (step: PairingStep, compared: number) => void;

/** Nobody looks. */
export const unwatched: Watch = () => {};
