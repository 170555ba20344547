import { limits } from "../domain/limits";
import { paths } from "../paths";
import { Button } from "./button";
import { Actions } from "./columns";
import { type FormState, fieldState } from "./form-state";
import { Quote } from "./quote";
import { type Option, SelectField } from "./select-field";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";

type Here = { community: { slug: string }; theme: { slug: string; title: string } };

/** Offering a theme: an organizer chooses among these members, themselves too; everybody else offers themselves. */
export function OfferThemeForm({
  community,
  theme,
  members,
  ...state
}: Here & FormState & { members: readonly Option[] | null }) {
  const field = (name: string) => ({ ...fieldState(state, name), form: "offer" });
  return (
    <SubmitForm action={paths.championOffers(community, theme)} label={members ? "Ask somebody" : "Offer to carry it"}>
      {members ? (
        <SelectField
          {...field("person")}
          label="Who could carry it?"
          hint="They are asked, and say yes or no. Whoever chooses themselves carries it at once."
          options={members}
          empty="Choose somebody"
        />
      ) : null}
      <TextArea
        {...field("note")}
        label={
          members ? "What you would like to tell them (if you like)" : "What you have in mind for it (if you like)"
        }
        hint={members ? "For them and the organizers alone." : "For the organizers alone."}
        limit={limits.claimNoteGraphemes}
        rows={3}
      />
      <Button tone="go">{members ? "Ask" : "Offer to carry it"}</Button>
    </SubmitForm>
  );
}

type OfferToAnswerProps = Here & {
  offer: { id: number; own: boolean; name: string; asker: string; note: string };
  /** Whether saying yes is the one next action of the page. */
  go?: boolean;
};

/** An offer that waits for an answer: what is asked, and the two ways to answer it. */
export function OfferToAnswer({ community, theme, offer, go = false }: OfferToAnswerProps) {
  const answer = (said: string) => (
    <SubmitForm
      inline
      action={paths.championAnswer(community, theme, offer.id)}
      hidden={{ answer: said }}
      label={`${said === "accepted" ? "Accept" : "Decline"} for ${theme.title}`}
    >
      <Button tone={said !== "accepted" ? "quiet" : go ? "go" : "plain"}>
        {said === "accepted"
          ? offer.own
            ? "Yes, I will carry it"
            : `Yes, let ${offer.name} carry it`
          : "No, not this time"}
      </Button>
    </SubmitForm>
  );
  return (
    <>
      <p>
        {offer.own ? `${offer.asker} asks: would you carry ` : `${offer.name} offers to carry `}
        <a href={paths.theme(community, theme)}>{theme.title}</a>
        {offer.own ? "?" : "."}
      </p>
      {offer.note ? <Quote>{offer.note}</Quote> : null}
      <Actions>
        {answer("accepted")}
        {answer("declined")}
      </Actions>
    </>
  );
}

/** Taking an offer back that has not been answered. */
export function WithdrawOfferForm({ community, theme, offer }: Here & { offer: { id: number; name: string } }) {
  return (
    <SubmitForm
      inline
      action={paths.championAnswer(community, theme, offer.id)}
      hidden={{ answer: "withdrawn" }}
      label={`Take back the offer to ${offer.name}`}
    >
      <Button tone="quiet">Take it back</Button>
    </SubmitForm>
  );
}

/** Stepping back from a theme, or relieving its champion. */
export function EndChampionForm({ community, theme, own, ...state }: Here & FormState & { own: boolean }) {
  return (
    <SubmitForm action={paths.championEnding(community, theme)} label={own ? "Step back" : "Relieve the champion"}>
      <TextArea
        {...fieldState(state, "note")}
        form="ending"
        label="A note for whoever carries it next (if you like)"
        hint="What is agreed, what is open, whom to ask. Members can read it."
        limit={limits.handOverGraphemes}
        rows={3}
      />
      <Button>{own ? "Step back" : "Let somebody else carry it"}</Button>
    </SubmitForm>
  );
}
