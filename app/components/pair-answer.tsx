import { paths } from "../paths";
import { Button } from "./button";
import { Narrow, Stack } from "./columns";
import { Disclosure } from "./disclosure";
import { type FormState, fieldState } from "./form-state";
import { Section } from "./section";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";

type Here = { community: { slug: string }; pairId: number };

/** Yes to a pair, by one button. `quiet`: where something else is the next step. */
export function AcceptForm({ community, pairId, other, go }: Here & { other: string; go?: boolean }) {
  return (
    <SubmitForm action={paths.pairAcceptance(community, pairId)} label={`You and ${other}`} inline>
      <Button tone={go ? "go" : "plain"}>Yes, that suits me</Button>
    </SubmitForm>
  );
}

/** No to a pair, with a reason that nobody but organizers reads. */
export function DeclineForm({ community, pairId, ...state }: Here & FormState) {
  return (
    <SubmitForm action={paths.pairDecline(community, pairId)} label="Say no to this pair">
      <TextArea
        {...fieldState(state, "reason")}
        form="decline"
        label="Why (if you like)"
        hint="Only organizers read it. The other one hears that you said no, and not why."
        rows={2}
      />
      <Button>Say no</Button>
    </SubmitForm>
  );
}

type PairAnswerProps = Here & { other: string; typed?: Record<string, string> };

/** The question whether a pair suits somebody, to one of its two. */
export function PairAnswer({ community, pairId, other, typed }: PairAnswerProps) {
  return (
    <Section
      title={`Does it suit you to work with ${other}?`}
      id="answer"
      lede="Both of you are asked. No is fine too."
    >
      <Stack>
        <AcceptForm community={community} pairId={pairId} other={other} go />
        <Disclosure summary="No, not this time" open={typed !== undefined}>
          <Narrow>
            <DeclineForm community={community} pairId={pairId} typed={typed} />
          </Narrow>
        </Disclosure>
      </Stack>
    </Section>
  );
}
