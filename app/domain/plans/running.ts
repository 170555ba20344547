import { inNumbers } from "../in-numbers";
import { limits } from "../limits";
import { pairingSteps } from "../pairing/progress";

/** What a run over a crowd does, one after the other. */
export const runSteps = ["reading", ...pairingSteps, "storing"] as const;
export type RunStep = (typeof runSteps)[number];

/** A run that goes on beside the server: of how many people, who began it, and how far it has got. */
export type Running = {
  people: number;
  newcomers: number;
  by: string;
  step: RunStep;
  /** Newcomers who have been compared with all mentors. */
  compared: number;
};

/** Whether so many people keep the server too long: whatever asks the engine about them is then worked out beside it. */
export const isCrowd = ({ newcomers, mentors }: { newcomers: number; mentors: number }): boolean =>
  newcomers + mentors > limits.pairedAtOnce;

/** "Pairing 11,500 people" */
export const runningTitle = ({ people }: Pick<Running, "people">): string => `Pairing ${inNumbers(people)} people`;

/** What each step does, in the order they come; `state` against where the run is. */
export const stepsOfRun = ({ step, compared, newcomers }: Pick<Running, "step" | "compared" | "newcomers">) =>
  runSteps.map((one, at) => {
    const now = runSteps.indexOf(step);
    const state = at < now ? ("done" as const) : at === now ? ("now" as const) : ("next" as const);
    const part =
      one === "comparing" && state === "now" && compared > 0
        ? `: ${inNumbers(compared)} of ${inNumbers(newcomers)}`
        : "";
    return { step: one, state, said: `${stepWords[one]}${part}` };
  });

const stepWords: Readonly<Record<RunStep, string>> = {
  reading: "Reading who comes",
  comparing: "Comparing every newcomer with every mentor",
  placing: "Placing them",
  proving: "Proving that there is no better way",
  storing: "Storing the draft",
};

/** Where a run is, in one sentence, for whoever hears the page. */
export function runningSaid(running: Running): string {
  const now = stepsOfRun(running).find(({ state }) => state === "now");
  return now ? `${now.said}.` : "";
}

/** Why a second run is not begun. */
export const runsAlready = ({ by, people }: Pick<Running, "by" | "people">): string =>
  `${by} is having ${inNumbers(people)} people paired at this moment. Wait for that plan at the table, or stop it there.`;

/** Said after a run over a crowd was begun. */
export const runBegun =
  "The pairing has begun. It takes a few seconds, and you can go on with something else meanwhile.";

/** Said at the table of a run that was stopped, to everybody who looks at it. */
export const runStopped = (by: string): string => `${by} stopped the pairing. Everything is as it was before.`;

/** Said after somebody stopped a run that had come to its end. */
export const runOver = "The pairing was over already, so there was nothing to stop.";

/** Said at the table of a run that a fault ended. */
export const runFailed =
  "The pairing could not be finished, because something went wrong on our side. Nothing was changed. Run it again.";

/** Said at the table of a run whose draft somebody else changed meanwhile. */
export const runWasLate =
  "Somebody changed the draft while everybody was being paired, so theirs was kept. Run it again if it should be made anew.";
