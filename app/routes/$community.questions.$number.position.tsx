import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { moveQuestion } from "../../db/queries/question-revision.server";
import { organize } from "../auth/community.server";
import { questionAt } from "../auth/roadmap.server";
import { movedWords } from "../domain/roadmap/placing";
import { unreadable } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { positionForm } from "../http/moving-fields.server";
import { onlyPost } from "../http/only-post";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Moves a question one place up or down among its theme's. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const deed = { action: "move question", object: "questions", objectKey: params.number };
  const { community } = await organize(context, request, params.community, deed, form);
  const { id, number, themeId, themeSlug } = await questionAt(context, community, params.number);
  const parsed = await parseForm(context, form, positionForm);
  if (!parsed.ok) return unreadable(parsed.errors[0]?.message ?? "");
  const { direction } = parsed.values;
  const moved = await change(context.db, await context.doer(), "move question", (tx) =>
    moveQuestion(tx, { communityId: community.id, id, themeId }, direction),
  );
  const back = `${paths.theme(community, { slug: themeSlug })}#question-${number}`;
  return redirectSaying(back, movedWords("The question", direction, moved));
}

export default function QuestionPosition() {
  return null;
}
