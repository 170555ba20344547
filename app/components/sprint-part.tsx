import { paths } from "../paths";
import { ButtonLink } from "./button";
import { Actions, Stack } from "./columns";

type SprintPartProps = {
  community: { slug: string };
  sprint: { slug: string };
  /** "You come as a newcomer, on site, every day." */
  said: string;
  /** Their place in the line; null when they come. */
  waitingPlace: number | null;
  /** They come as a mentor. */
  mentors: boolean;
  /** Whether it can still be changed. */
  open: boolean;
};

/** What the reader has registered as. */
export function SprintPart({ community, sprint, said, waitingPlace, mentors, open }: SprintPartProps) {
  return (
    <Stack>
      {waitingPlace === null ? (
        <p>{said}</p>
      ) : (
        <p>
          You are <strong>number {waitingPlace} on the waiting list</strong>. As soon as a place is yours, we write to
          you.
        </p>
      )}
      {mentors ? (
        <p>
          <a href={paths.mentoring(community, sprint)}>Who needs you</a>
        </p>
      ) : null}
      {open ? (
        <Actions>
          <ButtonLink href={paths.registration(community, sprint)}>Change or withdraw</ButtonLink>
        </Actions>
      ) : null}
    </Stack>
  );
}
