import { paths } from "../paths";
import { Button } from "./button";
import { SubmitForm } from "./submit-form";

type QuestionOwnerProps = {
  community: { slug: string };
  question: { number: number; ownerId: number | null };
  /** Who is looking: null when nobody is signed in. */
  viewerId: number | null;
  organizing: boolean;
};

/** "I'll find out" for a question nobody looks into; a way to leave it for whoever does. */
export function QuestionOwner({ community, question, viewerId, organizing }: QuestionOwnerProps) {
  if (question.ownerId === null) {
    return (
      <SubmitForm action={paths.questionOwner(community, question)} inline>
        <Button>I'll find out</Button>
      </SubmitForm>
    );
  }
  if (question.ownerId !== viewerId && !organizing) return null;
  return (
    <SubmitForm action={paths.questionOwnerEnding(community, question)} inline>
      <Button tone="quiet">{question.ownerId === viewerId ? "Leave it to somebody else" : "Free the question"}</Button>
    </SubmitForm>
  );
}
