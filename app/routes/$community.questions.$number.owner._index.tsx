import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { takeQuestion } from "../../db/queries/question-revision.server";
import { enter } from "../auth/community.server";
import { questionAt } from "../auth/roadmap.server";
import { canTakeQuestion } from "../domain/roadmap/questions";
import { conflict, insist } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** "I'll find out": a member takes a question that nobody looks into. Of two at once, one does. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const deed = { action: "take question", object: "questions", objectKey: params.number, communityId: community.id };
  const viewer = { personId: person.id, member: community.role !== null };
  const look = async () => {
    const question = await questionAt(context, community, params.number);
    const back =
      community.role === null
        ? { href: paths.community(community), label: `Go to ${community.name}` }
        : { href: paths.question(community, question), label: "Back to the question" };
    await insist(context, canTakeQuestion(question, viewer, community), deed, back);
    return question;
  };
  const question = await look();
  const taken = await change(context.db, await context.doer(), "take question", (tx) =>
    takeQuestion(tx, { communityId: community.id, id: question.id }, person.id),
  );
  if (!taken) {
    await look();
    return conflict("Somebody changed this question at the same moment. Look at it again.");
  }
  return redirectSaying(paths.question(community, question), "You find out. Write down here what you learn.");
}

export default function QuestionOwner() {
  return null;
}
