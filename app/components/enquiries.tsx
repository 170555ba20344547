import { limits } from "../domain/limits";
import { type EnquiryShown, unansweredWords } from "../domain/people/enquiries";
import { Button } from "./button";
import { Actions, Stack } from "./columns";
import { ErrorSummary } from "./error-summary";
import { type FormState, fieldState } from "./form-state";
import { Section } from "./section";
import { SubmitForm } from "./submit-form";
import { TextArea } from "./text-area";
import { Time } from "./time";
import { Verbatim } from "./verbatim";

type Zones = { zone: string; readerZone: string | null };
type EnquiriesProps = Zones & { asked: readonly EnquiryShown[]; name: string; rev: number };

/** What organizers asked somebody, and what they answered, to organizers. Nothing where nobody asked anything. */
export function Enquiries({ asked, name, rev, ...zones }: EnquiriesProps) {
  if (asked.length === 0) return null;
  return (
    <Section title={`What ${name} was asked`} id="asked">
      <Stack>
        {asked.map((one) => (
          <Stack key={one.id}>
            <div>
              <p>
                <strong>{one.by ?? "Somebody"} asked</strong>, <Time at={one.at} {...zones} />:
              </p>
              <Verbatim text={one.words} />
            </div>
            {one.answer ? (
              <div>
                <p>
                  <strong>{name} answered</strong>, <Time at={one.answer.at} {...zones} />:
                </p>
                <Verbatim text={one.answer.words} />
              </div>
            ) : (
              <p>{unansweredWords(one, rev)}</p>
            )}
          </Stack>
        ))}
      </Stack>
    </Section>
  );
}

/** A question to somebody whose registration waits to be read. */
export function AskForm({ action, name, ...state }: FormState & { action: string; name: string }) {
  return (
    <Section
      title="Is there something to ask first?"
      id="ask"
      lede="They are written to, and answer at their registration, or change it. Nothing is decided by asking."
    >
      <ErrorSummary form="ask" errors={state.errors ?? []} />
      <SubmitForm action={action}>
        <TextArea
          {...fieldState(state, "question")}
          form="ask"
          label={`Your question to ${name}`}
          hint="It stands in the mail, under your name. Every organizer reads it and the answer."
          limit={limits.claimNoteGraphemes}
          rows={3}
        />
        <Actions>
          <Button>Ask them something</Button>
        </Actions>
      </SubmitForm>
    </Section>
  );
}

type AnswerProps = FormState & Zones & { action: string; enquiry: EnquiryShown };

/** What somebody is asked about their own registration, with room for their answer, or with what they answered. */
export function EnquiryToAnswer({ action, enquiry, zone, readerZone, ...state }: AnswerProps) {
  const { by, words, at, answer } = enquiry;
  return (
    <Section
      title={`${by ?? "An organizer"} ${answer ? "asked" : "asks"} you something`}
      id="asked"
      lede={
        answer
          ? "The organizers read what you answered with your registration, and write to you."
          : "Before the organizers answer your registration. You can also change what you said there."
      }
    >
      <Stack>
        <div>
          <p>
            <Time at={at} zone={zone} readerZone={readerZone} />:
          </p>
          <Verbatim text={words} />
        </div>
        {answer ? (
          <div>
            <p>
              <strong>You answered</strong>, <Time at={answer.at} zone={zone} readerZone={readerZone} />:
            </p>
            <Verbatim text={answer.words} />
          </div>
        ) : (
          <SubmitForm action={action} hidden={{ enquiry: enquiry.id }}>
            <TextArea
              {...fieldState(state, "answer")}
              form="answer"
              label="Your answer"
              hint="Only the organizers read it."
              limit={limits.claimNoteGraphemes}
              rows={4}
            />
            <Actions>
              <Button tone="go">Send your answer</Button>
            </Actions>
          </SubmitForm>
        )}
      </Stack>
    </Section>
  );
}
