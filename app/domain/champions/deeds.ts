import { notNow, notYours, type Verdict, yes } from "../verdict";
import type { ChampionAnswer } from "./words";

/** Whoever does something about the champion of a theme. */
export type ChampionDoer = { personId: number; organizer: boolean };

/** An offer that nobody has answered yet: of a person, by an organizer or by that person. */
export type OpenOffer = { personId: number; name: string; offeredBy: number };

type OfferFacts = {
  /** Who carries the theme now, or null. */
  champion: { personId: number; name: string } | null;
  /** Whom the offer is about. */
  person: { id: number; name: string };
  /** Whether an offer about them is open already. */
  open: boolean;
};

/**
 * May this person offer a theme to somebody? An organizer asks any member, and everybody offers themselves; only while nobody
 * carries it.
 */
export function canOffer({ champion, person, open }: OfferFacts, doer: ChampionDoer): Verdict {
  const own = person.id === doer.personId;
  if (!own && !doer.organizer)
    return notYours("Only organizers can ask somebody else to carry a theme. You can offer yourself.");
  if (champion?.personId === person.id) {
    return notNow(own ? "You carry this theme already." : `${person.name} carries this theme already.`);
  }
  if (champion)
    return notNow(`${champion.name} carries this theme. Somebody else can once ${champion.name} has stepped back.`);
  // An organizer who offers themselves has both sides' word, so an older question is answered with it.
  if (!open || (own && doer.organizer)) return yes;
  return notNow(
    own
      ? "There is an offer about you already. Answer it, or wait for the organizers' answer."
      : `${person.name} has an offer of this theme already, and it has not been answered yet.`,
  );
}

/**
 * May this person answer an offer in this way? Whoever was asked accepts or declines; when a member offered themselves, an
 * organizer does. Whoever made it, and any organizer, can take it back.
 */
export function canAnswerOffer(
  offer: OpenOffer & { answered: boolean },
  answer: Exclude<ChampionAnswer, "lapsed">,
  doer: ChampionDoer,
): Verdict {
  const own = offer.personId === doer.personId;
  const asked = offer.offeredBy !== offer.personId;
  if (answer === "withdrawn" ? offer.offeredBy !== doer.personId && !doer.organizer : asked ? !own : !doer.organizer) {
    return notYours(
      answer === "withdrawn"
        ? "Only whoever made an offer, or an organizer, can take it back."
        : asked
          ? `Only ${offer.name} can answer this: they were asked.`
          : "Only organizers can answer somebody who offers to carry a theme.",
    );
  }
  return offer.answered
    ? notNow("This offer has been answered already. The page says who carries the theme now.")
    : yes;
}

/** May this person end it? The champion steps back, and an organizer may relieve them. */
export function canEndChampion(champion: { personId: number } | null, doer: ChampionDoer): Verdict {
  if (!champion) return notNow("Nobody carries this theme, so there is nothing to step back from.");
  if (champion.personId === doer.personId || doer.organizer) return yes;
  return notYours("Only the champion of a theme, or an organizer, can end it.");
}
