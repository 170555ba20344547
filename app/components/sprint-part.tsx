import { paths } from "../paths";
import { Button, ButtonLink } from "./button";
import { Actions, Stack } from "./columns";
import { SubmitForm } from "./submit-form";
import { Time } from "./time";

type Here = { community: { slug: string }; sprint: { slug: string; timeZone: string }; readerZone: string | null };

/**
 * What somebody without a place waits for: their place in the line, until when (ISO 8601) one is held for them, or whether they
 * are asked something before their registration is answered.
 */
type Waiting = {
  for: "review" | "place" | "answer" | "word";
  place: number | null;
  until: string | null;
  asked: boolean;
};

type SprintPartProps = Here & {
  /** "You come as a newcomer, on site, every day." */
  said: string;
  /** Null when they come. */
  waiting: Waiting | null;
  /** They come as a mentor, and take nobody new for now. */
  mentors: boolean;
  paused: boolean;
  /** Whether it can still be changed. */
  open: boolean;
};

/** What the reader has registered as, and what is next for them. */
export function SprintPart({ said, waiting, mentors, paused, open, ...here }: SprintPartProps) {
  const { community, sprint } = here;
  return (
    <Stack>
      {waiting === null ? <p>{said}</p> : <WaitingPart {...here} waiting={waiting} />}
      {mentors ? (
        <p>
          <a href={paths.mentoring(community, sprint)}>Who needs you</a>
        </p>
      ) : null}
      {mentors && open ? <Pause {...here} paused={paused} /> : null}
      {open ? (
        <Actions>
          <ButtonLink href={paths.registration(community, sprint)}>Change or withdraw</ButtonLink>
        </Actions>
      ) : null}
    </Stack>
  );
}

function WaitingPart({ community, sprint, readerZone, waiting }: Here & { waiting: Waiting }) {
  switch (waiting.for) {
    case "review":
      return waiting.asked ? (
        <p>
          <strong>The organizers ask you something</strong> before they answer your registration.{" "}
          <a href={`${paths.registration(community, sprint)}#asked`}>Read it, and answer</a>
        </p>
      ) : (
        <p>The organizers read your registration, and write to you. Until then you can change it.</p>
      );
    case "place":
      return (
        <p>
          You are <strong>number {waiting.place ?? 1} on the waiting list</strong>. As soon as a place is held for you,
          we write to you.
        </p>
      );
    case "answer":
      return (
        <>
          <p>
            <strong>A place is held for you</strong>
            {waiting.until ? (
              <>
                {" "}
                until <Time at={waiting.until} zone={sprint.timeZone} readerZone={readerZone} />
              </>
            ) : null}
            . After that the next in line is asked.
          </p>
          <Actions>
            <SubmitForm action={paths.placeAcceptance(community, sprint)} inline>
              <Button tone="go">Take the place</Button>
            </SubmitForm>
            <SubmitForm action={paths.placePassing(community, sprint)} inline>
              <Button tone="quiet">Let it pass</Button>
            </SubmitForm>
          </Actions>
        </>
      );
    case "word":
      return (
        <>
          <p>The place is held for you no longer. If you still want one, stand in line again.</p>
          <SubmitForm action={paths.waitingLine(community, sprint)} inline>
            <Button>Stand in line again</Button>
          </SubmitForm>
        </>
      );
  }
}

const Pause = ({ community, sprint, paused }: Here & { paused: boolean }) => (
  <>
    {paused ? <p>You are pausing: nobody new is paired with you. Those you have stay.</p> : null}
    <SubmitForm
      action={paths.registrationPause(community, sprint)}
      hidden={{ pause: paused ? "no" : "yes" }}
      label="Taking newcomers"
      inline
    >
      <Button tone="quiet">{paused ? "Take newcomers again" : "Take nobody new for now"}</Button>
    </SubmitForm>
  </>
);
