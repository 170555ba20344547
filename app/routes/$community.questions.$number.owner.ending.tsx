import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { handBackQuestion } from "../../db/queries/question-revision.server";
import { enter } from "../auth/community.server";
import { questionAt } from "../auth/roadmap.server";
import { canHandBackQuestion } from "../domain/roadmap/questions";
import { insist } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Leaves a question to somebody else: its owner does, or an organizer for them. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const question = await questionAt(context, community, params.number);
  const viewer = { personId: person.id, organizer: community.role === "organizer" };
  const deed = {
    action: "hand back question",
    object: "questions",
    objectKey: params.number,
    communityId: community.id,
  };
  const back = { href: paths.question(community, question), label: "Back to the question" };
  await insist(context, canHandBackQuestion(question, viewer), deed, back);
  await change(context.db, await context.doer(), "hand back question", (tx) =>
    handBackQuestion(tx, { communityId: community.id, id: question.id }, question.ownerId ?? 0),
  );
  return redirectSaying(paths.question(community, question), "The question is free for somebody else.");
}

export default function QuestionOwnerEnding() {
  return null;
}
