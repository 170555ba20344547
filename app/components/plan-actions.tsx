import type { ElementType } from "react";
import { publishWords, remindWords } from "../domain/plans/words";
import { paths } from "../paths";
import { Button } from "./button";
import { SubmitForm } from "./submit-form";

type Slugged = { slug: string };
type Here = { community: Slugged; sprint: Slugged; seen: number | null };

/** The one button that pairs people; what it says is `children`. */
export function RunForm({ community, sprint, seen, go, children }: Here & { go?: boolean; children: string }) {
  return (
    <SubmitForm action={paths.planRun(community, sprint)} hidden={{ seen: seen ?? "" }} inline>
      <Button tone={go ? "go" : "plain"}>{children}</Button>
    </SubmitForm>
  );
}

/** Publishes the draft as the organizer sees it. */
export function PublishForm({ community, sprint, seen, go, planned }: Here & { go?: boolean; planned: number }) {
  return (
    <SubmitForm action={paths.planPublication(community, sprint)} hidden={{ seen: seen ?? "" }} inline>
      <Button tone={go ? "go" : "plain"}>{publishWords(planned)}</Button>
    </SubmitForm>
  );
}

/** Reminds, once, everybody who has not answered their pair. */
export function RemindForm({ community, sprint, people }: Omit<Here, "seen"> & { people: number }) {
  return (
    <SubmitForm action={paths.planReminders(community, sprint)} inline>
      <Button>{remindWords(people)}</Button>
    </SubmitForm>
  );
}

/** Takes back the newest step of the draft; what it was is `said`. `as`: the element that sends it, left out: a form. */
export function UndoForm({ community, sprint, seen, said, as }: Here & { said: string; as?: ElementType }) {
  return (
    <SubmitForm
      as={as}
      action={paths.planUndo(community, sprint)}
      hidden={{ seen: seen ?? "", follows: "" }}
      label={`Take back: ${said}`}
      inline
    >
      <Button tone="quiet">Take back: {said}</Button>
    </SubmitForm>
  );
}
