import { type Help, helpFor } from "../pairing/help";
import { movesBetween } from "../pairing/moves";
import { languageInWords } from "../pairing/reason-words";
import type { PairingSettings } from "../pairing/settings";
import { type Effect, type InTheWay, whatIfs } from "../pairing/what-if";
import { dayInWords } from "../sprint/days";
import { engine } from "./engine";
import { type Pairing, unpaired } from "./pairing";
import { reasonLines } from "./reason-lines";
import { runPairing } from "./run";
import { type HourCosts, pairsInHours } from "./seats";

/** "Why not with Omar?", for an organizer. */
export type SeatWhatIf = {
  mentorId: number;
  mentor: string;
  /** 0 to 100. */
  fit: number;
  reasons: string[];
  inTheWay: InTheWay | null;
  /** What it does to everybody; null where it cannot be. */
  effect: Effect | null;
  /** What is in the way, as a sentence, or nothing. */
  because: string;
  /** What it does to everybody else: "It costs nobody anything." Nothing where it cannot be. */
  costs: string;
  /** Both. */
  said: string;
};

/**
 * What it would mean to give a newcomer a seat with each mentor, the least costly first: exactly what running again with
 * that pair fixed would do. What organizers have placed by hand stays where it is. Null for somebody who is not to be paired.
 */
export function seatWhatIfs(pairing: Pairing, newcomerId: number, { solve } = engine): SeatWhatIf[] | null {
  const nameOf = namesIn(pairing);
  const found = whatIfs(solve(pairing, placedByHand(pairing, newcomerId)), newcomerId);
  if (!found) return null;
  const rank = ({ effect, inTheWay }: (typeof found)[number]) =>
    (inTheWay === null ? 0 : 1e9) - (effect === null ? -1e12 : 1e6 * effect.pairs + effect.points);
  return found
    .sort((a, b) => rank(a) - rank(b) || b.fit - a.fit || a.mentorId - b.mentorId)
    .map(({ mentorId, fit, reasons, inTheWay, effect, others }) => {
      const because = inTheWayWords(inTheWay, nameOf(mentorId) ?? "");
      const costs = effect ? effectWords(effect, others, newcomerId, nameOf) : "";
      return {
        mentorId,
        mentor: nameOf(mentorId) ?? "",
        fit,
        reasons: reasonLines(reasons),
        inTheWay,
        effect,
        because,
        costs,
        said: `${because} ${costs}`.trim(),
      };
    });
}

/** The pairs of a draft that people have placed, and that stay, but for one newcomer's. */
export const placedByHand = ({ draft }: Pairing, newcomerId?: number) =>
  draft?.pairs.filter((pair) => pair.byHand && pair.newcomerId !== newcomerId) ?? [];

type NameOf = (id: number) => string | null;

function namesIn({ people }: Pairing): NameOf {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? null;
}

/** Of a private "not with" nobody learns more than that they cannot be a pair. */
function inTheWayWords(inTheWay: InTheWay | null, mentor: string): string {
  switch (inTheWay) {
    case "private":
      return "These two cannot be a pair.";
    case "forbidden":
      return "You have forbidden this pair.";
    case "language":
      return "They have no language in common.";
    case "hours":
      return "They share less than two hours.";
    case "seats":
      return `${mentor} has no seat to give.`;
    default:
      return "";
  }
}

/** What a seat does to everybody else: who would wait, how much worse they would fit, and who moves. */
function effectWords({ pairs, moves }: Effect, others: number, newcomerId: number, nameOf: NameOf): string {
  const rest = moves.filter((move) => move.newcomerId !== newcomerId);
  const name = (id: number | null) => (id === null ? "" : (nameOf(id) ?? ""));
  const lines = rest.map(({ newcomerId, toId }) =>
    toId === null ? `${name(newcomerId)} would wait` : `${name(newcomerId)} would sit with ${name(toId)}`,
  );
  const who = lines.length > 0 ? `: ${new Intl.ListFormat("en-GB").format(lines)}` : "";
  if (pairs < 0) return `One fewer would be paired${who}.`;
  if (others < 0) return `The others would fit ${points(-others)} less in all${who}.`;
  if (others > 0) return `The others would fit ${points(others)} better in all${who}.`;
  return lines.length > 0 ? `It costs nobody anything${who}.` : "It costs nobody anything.";
}

const points = (count: number): string => (count === 1 ? "1 point" : `${count} points`);

/** What would let more people be paired, as a sentence, and how many. */
export type HelpLine = { said: string; pairs: number; help: Help };

/**
 * The smallest changes that would help those who wait, most pairs first; at most `most`, and where there are more, one of each kind
 * among them, then one of each language: somebody new would often pair most, and a seat more is sooner had.
 */
export function helpLines(pairing: Pairing, most = 5, { solve } = engine): HelpLine[] {
  const nameOf = namesIn(pairing);
  const found = helpFor(solve(pairing, placedByHand(pairing)));
  const kinds = firstOfEach(found, ({ kind }) => kind);
  const languages = firstOfEach(found, (help) => (help.kind === "mentor" ? help.language : help.kind));
  const told = new Set([...new Set([...kinds, ...languages, ...found])].slice(0, most));
  return found
    .filter((help) => told.has(help))
    .map((help) => ({
      said: `${helpWords(help, pairing, nameOf)} would pair ${help.pairs} more.`,
      pairs: help.pairs,
      help,
    }));
}

function firstOfEach<One>(all: readonly One[], what: (one: One) => string): One[] {
  const kinds = all.map(what);
  return all.filter((_, at) => kinds.indexOf(kinds[at] as string) === at);
}

const ordinals = ["", "A first", "A second", "A third", "A fourth", "A fifth"];

function helpWords(help: Help, pairing: Pairing, nameOf: NameOf): string {
  switch (help.kind) {
    case "seat": {
      const mentor = pairing.people.find(({ id }) => id === help.mentorId);
      const name = mentor?.name ?? "";
      if (mentor?.paused) return `${name} taking newcomers again`;
      const byHours = mentor ? pairsInHours(mentor, pairing.sprint) : null;
      const seats = mentor?.seats ?? 0;
      if (byHours !== null && byHours < seats) {
        const hours = pairing.sprint.pairHours ?? 0;
        return `${hours} more ${hours === 1 ? "hour" : "hours"} from ${name}`;
      }
      return `${ordinals[seats + 1] ?? "One more"} seat with ${name}`;
    }
    case "allow":
      return `Taking back that ${nameOf(help.newcomerId)} and ${nameOf(help.mentorId)} are a forbidden pair`;
    case "mentor":
      return `One more mentor who speaks ${languageInWords(help.language)} on ${dayInWords(help.day)}`;
  }
}

/**
 * What other settings, and other costs of mentors' hours, would move, against a run with those that are stored: how many more or
 * fewer would be paired, and where people would sit who sit elsewhere now, each with a sentence.
 */
export function previewSettings(
  pairing: Pairing,
  { settings, costs = {} }: { settings: PairingSettings; costs?: HourCosts },
  { run } = engine,
) {
  const now = run(pairing);
  const then = run({ ...pairing, settings, sprint: { ...pairing.sprint, ...costs } });
  return {
    pairs: then.pairs.length - now.pairs.length,
    moved: movesBetween(withoutFit(now.pairs), withoutFit(then.pairs), namesIn(pairing)),
  };
}

/** What the engine would change in the draft as it stands, each with a sentence; null without a draft. */
export function movesOfRunning(pairing: Pairing) {
  if (!pairing.draft) return null;
  const stays = new Set(unpaired(pairing).map(({ id }) => id));
  const now = pairing.draft.pairs.filter(({ newcomerId }) => stays.has(newcomerId));
  return movesBetween(withoutFit(now), withoutFit(runPairing(pairing).pairs), namesIn(pairing));
}

/** Fits under different weights are not to be compared. */
const withoutFit = (pairs: readonly { newcomerId: number; mentorId: number }[]) =>
  pairs.map(({ newcomerId, mentorId }) => ({ newcomerId, mentorId }));
