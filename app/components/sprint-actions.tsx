import type { Phase } from "../domain/sprint/phase";
import { paths } from "../paths";
import { Button, ButtonLink } from "./button";
import { Stack } from "./columns";
import { SubmitForm } from "./submit-form";

type Slugged = { slug: string };

type SprintActionsProps = {
  community: Slugged & { role: string | null };
  sprint: Slugged & { phase: Phase; opened: boolean };
  /** Why nobody can register now; null when anybody can. */
  closed: string | null;
  /** The reader has registered. */
  own: unknown;
};

/** The one next step at a sprint: opening registration, for those who plan it; registering, for everybody else. */
export function SprintActions({ community, sprint, closed, own }: SprintActionsProps) {
  const organizing = community.role === "organizer";
  if (organizing && !sprint.opened && sprint.phase !== "over") {
    return (
      <SubmitForm action={paths.sprintOpening(community, sprint)} inline>
        <Button tone="go">Open registration</Button>
      </SubmitForm>
    );
  }
  if (closed !== null || own) return null;
  return (
    <ButtonLink tone="go" href={paths.registration(community, sprint)}>
      Register
    </ButtonLink>
  );
}

type OrganizerLinksProps = { community: Slugged; sprint: Slugged; registered: number };

/** Where a sprint's organizers work on it. */
export function OrganizerLinks({ community, sprint, registered }: OrganizerLinksProps) {
  return (
    <Stack>
      <a href={paths.registrations(community, sprint)}>
        {registered === 1 ? "1 registration" : `${registered} registrations`}
      </a>
      <a href={paths.readiness(community, sprint)}>Before pairing: what is missing</a>
      <a href={paths.plan(community, sprint)}>Pair newcomers with mentors</a>
      <a href={paths.sprintOverview(community, sprint)}>Overview</a>
      <a href={paths.sprintEdit(community, sprint)}>Edit the sprint</a>
    </Stack>
  );
}
