import { inNumbers } from "../in-numbers";
import type { PlanDeed } from "../sprint/words";
import type { PairingTable } from "./table";

const counted = (count: number, one: string, many = `${one}s`) => `${inNumbers(count)} ${count === 1 ? one : many}`;

/** Why somebody waits whom an organizer has taken from their seat. */
export const waitsByHand = "An organizer has left them without a seat.";

/** Why somebody waits whose pair an organizer has forbidden. */
export const forbidsByHand = "An organizer has forbidden their pair. Run again to find another mentor.";

/** Whether a draft is as the engine made it, so that there is no better one. `steps`: what was done to it, the newest first. */
export const isUntouched = (
  draft: { pairs: readonly { byHand: boolean }[]; waits: readonly { because: string }[] },
  steps: readonly { deed: PlanDeed; change: { begins?: true } }[],
): boolean =>
  steps.slice(0, 1).every(({ deed, change }) => deed === "run" || change.begins === true) &&
  draft.pairs.every(({ byHand }) => !byHand) &&
  draft.waits.every(({ because }) => because !== waitsByHand && because !== forbidsByHand);

/**
 * How far a sprint's pairing has got: "52 of 56 newcomers paired, the most there can be." `best`: nothing has changed since
 * the engine ran.
 */
export function progressWords(
  { newcomers, paired, planned }: Pick<PairingTable, "newcomers" | "paired" | "planned">,
  best: boolean,
): string {
  const said = `${inNumbers(paired + planned)} of ${counted(newcomers, "newcomer")} paired`;
  if (!best) return `${said}.`;
  return paired + planned === newcomers ? `${said}: everybody.` : `${said}, the most there can be.`;
}

/** How many pairs of a draft could begin at once: "12 of 50 pairs have a free task to begin with, in a theme both chose." */
export function startingWords(planned: number, starting: number): string {
  const task = "free task to begin with, in a theme both chose.";
  if (starting === 0) return `No pair has a ${task}`;
  if (starting === planned) return `${planned === 1 ? "The one pair has" : "Each pair has"} a ${task}`;
  return `${inNumbers(starting)} of ${inNumbers(planned)} pairs ${starting === 1 ? "has" : "have"} a ${task}`;
}

/** What the button says that publishes: "Publish 52 pairs". */
export const publishWords = (planned: number): string => `Publish ${counted(planned, "pair")}`;

/** Said after publishing, when every mail was taken; `later`: of so many people that mail goes out in the next minutes. */
export function publishedWords(pairs: number, { told, later }: { told: number; later: number }): string {
  const said = `${counted(pairs, "pair")} ${pairs === 1 ? "is" : "are"} published, and ${counted(told, "person has", "people have")} been told.`;
  return later === 0 ? said : `${said} ${counted(later, "more mail goes", "more mails go")} out in the next minutes.`;
}

/** Said to whoever publishes a plan that is published. `by`: the name of whoever was first. */
export const publishedAlready = (by: string | null): string =>
  `${by ?? "Somebody"} has published this plan already, and everybody in it has been told. Nobody is told twice.`;

/** Said of mails that were not taken; `sends` false: by a server that can send none. */
export const unreachedWords = (unreached: number, sends: boolean): string =>
  `${counted(unreached, "mail")} could not be sent${sends ? " yet" : ""}`;

/** Why a draft cannot be published: what no longer holds, up to three of it, and the way on. */
export function faultWords(because: readonly string[]): string {
  const more = because.length > 3 ? [`${because.length - 3} more of its pairs no longer hold.`] : [];
  return ["Something has changed since this plan was made.", ...because.slice(0, 3), ...more, "Run it again."].join(
    " ",
  );
}

/** Said after moving somebody: to a seat, or to wait. */
export const movedWords = (seated: boolean): string =>
  seated ? "Moved. Nobody has been told." : "They wait now. Nobody has been told.";

/** Why nothing is taken back. */
export const nothingToUndo = "There is nothing left to take back: this is how the draft began.";

/** Why a move is not taken back that was still on its way when that was asked for. */
export const notMovedToUndo =
  "Your move was not made, so there is nothing of it to take back. Everybody is where they were.";

/** Said after a step was taken back. */
export const undoneWords = "Taken back. Nobody has been told.";

/** What the button says that reminds: "Remind the 3 who have not answered". */
export const remindWords = (people: number): string =>
  people === 1 ? "Remind the one who has not answered" : `Remind the ${inNumbers(people)} who have not answered`;

/** Said after reminding. */
export function remindedWords({
  told,
  later,
  unreached,
}: {
  told: number;
  later: number;
  unreached: readonly string[];
}): string {
  const all = told + later;
  const said =
    all === 0
      ? "Nobody was reminded"
      : `${counted(all, "person has", "people have")} been reminded, and will not be again`;
  return unreached.length === 0
    ? `${said}.`
    : `${said}. Not reached yet: ${unreached.join(", ")}. We try again for a day, and the overview names whom we could not reach.`;
}

/** What other settings would do, in one sentence. `pairs`: how many more or fewer would be paired. */
export function previewWords({ pairs, moved }: { pairs: number; moved: readonly unknown[] }): string {
  if (moved.length === 0) return "Nobody would move: the pairing would come out the same.";
  const sits = `${counted(moved.length, "newcomer")} would sit elsewhere`;
  if (pairs === 0) return `${sits}, and as many would be paired.`;
  return `${sits}, and ${Math.abs(pairs)} ${pairs > 0 ? "more" : "fewer"} would be paired.`;
}

/** Said after the settings of a pairing were stored. */
export const settingsSaved = "The settings are saved. They count from the next run.";

/** Said after a rule was made or taken back. */
export const ruledWords: Readonly<Record<"fixed" | "forbidden" | "none", string>> = {
  fixed: "Fixed, for this run and every later one.",
  forbidden: "Forbidden, for this run and every later one.",
  none: "Taken back. It counts from the next run.",
};

/** Said after the engine ran. */
export const ranWords: Readonly<Record<"made" | "there already", string>> = {
  made: "Here is the best plan there is. Nobody has been told.",
  "there already": "Somebody ran the pairing just before you: this is the plan. Nobody has been told.",
};

/** Why a run over a crowd gave up. */
export const pairingKeepsChanging =
  "People kept registering or changing what they said while everybody was being paired, so no plan was kept. Run it again in a while.";

/** The titles of what was not carried out. */
export const notMoved = "Nobody was moved";
export const notRuled = "Nothing was fixed or forbidden";
export const notRun = "The pairing was not run";
export const notPublished = "Nothing was published";
export const notUndone = "Nothing was taken back";
export const notApproved = "Nobody was paired";

/** Said under a list that is cut. */
export const andMore = (more: number): string => `And ${inNumbers(more)} more.`;

/** What people have said since a draft was made: "Ana Villa has registered." */
export const changeLines = (changes: readonly { name: string; became: "registered" | "changed" }[]): string[] =>
  changes.map(({ name, became }) =>
    became === "registered" ? `${name} has registered.` : `${name} has changed their registration.`,
  );
