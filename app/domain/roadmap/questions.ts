import { notNow, notYours, type Verdict, yes } from "../verdict";

/** How a question stands. Computed: it is answered once a decision stands, and looked into while somebody finds out. */
export type QuestionState = "open" | "looked into" | "answered";

/** The state of a question. */
export function questionState(question: { decided: boolean; owner: string | null }): QuestionState {
  if (question.decided) return "answered";
  return question.owner === null ? "open" : "looked into";
}

/** Who finds out, in a sentence; for a question without a decision. */
export const ownerWords = (owner: string | null): string =>
  owner === null ? "Nobody is finding out yet." : `${owner} finds out.`;

type Asked = { decided: boolean; ownerId: number | null; owner: string | null };

const answered = notNow("This question has been answered. The decision is on its page; an organizer can revise it.");

/** Any member may find out, while nobody does and nothing is decided. */
export function canTakeQuestion(
  question: Asked,
  viewer: { personId: number; member: boolean },
  community: { name: string },
): Verdict {
  if (!viewer.member) {
    return notYours(
      `Members of ${community.name} find out. Join on the community's page, which anybody can, then come back.`,
    );
  }
  if (question.decided) return answered;
  if (question.ownerId === viewer.personId) return notNow("You are finding out already.");
  if (question.ownerId === null) return yes;
  return notNow(
    `${question.owner ?? "Somebody"} is finding out. Tell them what you know, or ask whether you can help.`,
  );
}

/** Who finds out may leave it to somebody else, and an organizer may do it for them. */
export function canHandBackQuestion(question: Asked, viewer: { personId: number; organizer: boolean }): Verdict {
  const theirs = question.ownerId === viewer.personId;
  if (!theirs && !viewer.organizer) {
    return notYours("Only whoever finds out, or an organizer, can leave a question to somebody else.");
  }
  if (question.decided) return answered;
  return question.ownerId === null ? notNow("Nobody is finding out, so there is nothing to hand back.") : yes;
}

/** An answered question stays, because its decision is on record with it. `decision`: the number of the one that stands. */
export function canDeleteQuestion(decision: number | null): Verdict {
  if (decision === null) return yes;
  return notNow(
    `This question has been answered, and decision ${decision} stays on record with it. Revise the decision if it no longer holds.`,
  );
}
