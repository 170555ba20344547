import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { moveTask } from "../../db/queries/tasks.server";
import { organize } from "../auth/community.server";
import { taskAt } from "../auth/roadmap.server";
import { movedWords } from "../domain/roadmap/placing";
import { unreadable } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { positionForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Moves a task one place up or down among its neighbours. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const deed = { action: "move task", object: "tasks", objectKey: params.number };
  const { community } = await organize(context, request, params.community, deed, form);
  const { id, number, themeId, themeSlug, pillarId } = await taskAt(context, community, params.number);
  const parsed = await parseForm(context, form, positionForm);
  if (!parsed.ok) return unreadable(parsed.errors[0]?.message ?? "");
  const { direction } = parsed.values;
  const moved = await change(context.db, await context.doer(), "move task", (tx) =>
    moveTask(tx, { communityId: community.id, id, themeId, pillarId }, direction),
  );
  const back = `${paths.theme(community, { slug: themeSlug })}#task-${number}`;
  return redirectSaying(back, movedWords("The task", direction, moved));
}

export default function TaskPosition() {
  return null;
}
