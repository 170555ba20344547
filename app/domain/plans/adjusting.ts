import { limits } from "../limits";
import { type SeatChoice, seatChoices } from "./choices";
import { type Engine, engine } from "./engine";
import { judgeOf } from "./judge";
import { isRuled, mentorsOf, type Pairing, unpaired } from "./pairing";
import { type SeatOffer, seatOffers } from "./seat-offers";

/** A newcomer who is looked at by themselves: where they are now, and where else they could sit. */
export type Adjusting = {
  newcomerId: number;
  newcomer: string;
  /** Where the draft has them; null without one, and while they wait. */
  mentorId: number | null;
  mentor: string | null;
  fixed: boolean;
  /** "Kofi Abara sits with Priya Sharma." */
  now: string;
  /** Free seats that fit, each with what it would mean. */
  choices: (SeatChoice & { words: string })[];
  /** Of all other mentors those who fit best, each with the answer to "why not with Omar?". */
  others: Pick<SeatOffer, "mentorId" | "mentor" | "words">[];
  /** The draft's revision; null without one. */
  seen: number | null;
};

/** Looks at one newcomer without a mentor; null for anybody else. */
export function adjusting(pairing: Pairing, newcomerId: number, by: Engine = engine): Adjusting | null {
  const newcomer = unpaired(pairing).find(({ id }) => id === newcomerId);
  if (!newcomer) return null;
  const judge = judgeOf(pairing.sprint, [newcomer], mentorsOf(pairing), pairing.settings);
  const choices = seatChoices(pairing, judge, newcomerId);
  const offers = seatOffers(pairing, newcomerId, by);
  const wordsOf = new Map(offers.map(({ mentorId, words }) => [mentorId, words]));
  const sits = pairing.draft?.pairs.find((pair) => pair.newcomerId === newcomerId);
  return {
    newcomerId,
    newcomer: newcomer.name,
    mentorId: sits?.mentorId ?? null,
    mentor: sits?.mentor ?? null,
    fixed: sits !== undefined && isRuled(pairing, "fixed", newcomerId, sits.mentorId),
    now: whereWords(pairing, newcomer),
    choices: choices.map((choice) => ({ ...choice, words: wordsOf.get(choice.mentorId) ?? "" })),
    others: offers
      .filter((offer) => choices.every(({ mentorId }) => mentorId !== offer.mentorId))
      .slice(0, limits.tableRows)
      .map(({ mentorId, mentor, words }) => ({ mentorId, mentor, words })),
    seen: pairing.draft?.rev ?? null,
  };
}

/** Where somebody is now: "Kofi Abara sits with Priya Sharma, fixed." */
export function whereWords(
  pairing: Pick<Pairing, "pairs" | "rules" | "draft">,
  person: { id: number; name: string },
): string {
  const paired = pairing.pairs.find(({ newcomerId }) => newcomerId === person.id);
  if (paired) return `${person.name} is paired with ${paired.mentor}, and both have been told.`;
  const sits = pairing.draft?.pairs.find(({ newcomerId }) => newcomerId === person.id);
  if (!sits) return pairing.draft ? `${person.name} waits.` : `${person.name} has no mentor yet.`;
  const fixed = isRuled(pairing, "fixed", person.id, sits.mentorId) ? ", fixed" : "";
  return `${person.name} sits with ${sits.mentor}${fixed}.`;
}
