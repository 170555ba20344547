import { type PhaseFacts, phaseOf } from "../sprint/phase";
import { notNow, type Verdict, yes } from "../verdict";
import type { Judged } from "./judge";
import { freeSeatsOf, isRuled, type Pairing, type Registered } from "./pairing";
import type { Giving } from "./seats";

/** Pairing people at a sprint: until its last day is over. */
export function canPair(sprint: PhaseFacts & { name: string }, now: Date): Verdict {
  if (phaseOf(sprint, now) !== "over") return yes;
  return notNow(
    `${sprint.name} is over, so nobody is paired any more. The pairs there are go on until they are ended.`,
  );
}

/** Two people, and what the judge says of them. */
type Two = { newcomer: Registered; mentor: Registered; judged: Judged };

/**
 * Giving a newcomer a seat with a mentor. With `draft`, the seats it gives away count as taken (its own newcomer's does
 * not); without, only those of published pairs. A private "not with" is told in no word.
 */
export function canSeat(pairing: Pick<Pairing, "sprint" | "pairs" | "rules" | "draft">, two: Two): Verdict {
  const { newcomer, mentor, judged } = two;
  const free = canBePaired(pairing, newcomer);
  if (!free.ok) return free;
  if (isRuled(pairing, "forbidden", newcomer.id, mentor.id)) {
    return notNow(
      `${newcomer.name} and ${mentor.name} are a forbidden pair. Take that back first, or choose another mentor.`,
    );
  }
  if (
    judged.inTheWay !== null &&
    !(judged.inTheWay !== "private" && isRuled(pairing, "fixed", newcomer.id, mentor.id))
  ) {
    return notNow(sayInTheWay(two));
  }
  const others = pairing.draft && {
    ...pairing.draft,
    pairs: pairing.draft.pairs.filter(({ newcomerId }) => newcomerId !== newcomer.id),
  };
  return freeSeatsOf(mentor, { ...pairing, draft: others }).length > 0
    ? yes
    : notNow(fullWords(mentor, whoSitsWith(pairing, mentor.id)));
}

/** Fixing a pair: organizers know better about hours and languages, but seats are as many as there are, and nobody is made to. */
export function canFix(
  pairing: Pick<Pairing, "sprint" | "pairs" | "rules">,
  { newcomer, mentor, judged }: Two,
): Verdict {
  const free = canBePaired(pairing, newcomer);
  if (!free.ok) return free;
  if (judged.inTheWay === "private") return notNow(cannotBe);
  const others = pairing.rules.filter(
    ({ rule, mentorId, newcomerId }) => rule === "fixed" && mentorId === mentor.id && newcomerId !== newcomer.id,
  );
  const stillToSeat = others.filter(({ newcomerId }) => canBePaired(pairing, { id: newcomerId, name: "" }).ok);
  return freeSeatsOf(mentor, { sprint: pairing.sprint, pairs: pairing.pairs }).length > stillToSeat.length
    ? yes
    : notNow(
        fullWords(mentor, [
          ...whoSitsWith({ pairs: pairing.pairs }, mentor.id),
          ...stillToSeat.map(({ newcomer }) => newcomer),
        ]),
      );
}

function canBePaired({ pairs }: Pick<Pairing, "pairs">, newcomer: { id: number; name: string }): Verdict {
  const has = pairs.find(({ newcomerId }) => newcomerId === newcomer.id);
  return has ? notNow(pairedWords(newcomer, has.mentor)) : yes;
}

/** Said when a newcomer has a pair. */
export const pairedWords = (newcomer: { name: string }, mentor: string): string =>
  `${newcomer.name} has a mentor already: ${mentor}. End that pair first if it should be another.`;

/** Said when a mentor has no seat left. `sits`: the names of those who have the seats. */
export const fullWords = (mentor: Giving & { name: string }, sits: readonly string[]): string => {
  if (mentor.paused) return `${mentor.name} takes nobody new for now. Choose another mentor.`;
  if (sits.length < (mentor.seats ?? 0)) {
    return `${mentor.name} has no hours left for another newcomer. Ask for more hours, or choose another mentor.`;
  }
  const seats = mentor.seats === 1 ? "The one seat" : `All ${mentor.seats} seats`;
  return `${seats} with ${mentor.name} ${mentor.seats === 1 ? "is" : "are"} taken, by ${listed.format(sits)}. Choose another mentor.`;
};

function whoSitsWith({ pairs, draft }: Pick<Pairing, "pairs"> & Partial<Pick<Pairing, "draft">>, mentor: number) {
  return [...pairs, ...(draft?.pairs ?? [])]
    .filter(({ mentorId }) => mentorId === mentor)
    .map(({ newcomer }) => newcomer);
}

const cannotBe = "These two cannot be a pair. Choose another mentor.";

function sayInTheWay({ newcomer, mentor, judged }: Two): string {
  if (judged.inTheWay === "language") {
    return `${newcomer.name} and ${mentor.name} have no language in common. Choose another mentor, or fix the pair if you know better.`;
  }
  if (judged.inTheWay === "hours") {
    return `${newcomer.name} and ${mentor.name} share less than two hours at this sprint. Choose another mentor, or fix the pair if you know better.`;
  }
  return cannotBe;
}

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });
