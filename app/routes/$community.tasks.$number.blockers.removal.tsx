import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { removeBlocker } from "../../db/queries/task-blockers.server";
import { organize } from "../auth/community.server";
import { taskAt } from "../auth/roadmap.server";
import { waitsNoLongerWords } from "../domain/tasks/words";
import { unreadable } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { blockerRemovalForm } from "../http/task-fields.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Lets a task wait no longer for another. Taking out what is out already changes nothing. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const deed = { action: "remove blocker", object: "tasks", objectKey: params.number };
  const { community } = await organize(context, request, params.community, deed, form);
  const task = await taskAt(context, community, params.number);
  const parsed = await parseForm(context, form, blockerRemovalForm);
  if (!parsed.ok) return unreadable(parsed.errors[0]?.message ?? "");
  const number = parsed.values.task;
  await change(context.db, await context.doer(), "remove blocker", (tx) =>
    removeBlocker(tx, { ...task, communityId: community.id }, number),
  );
  return redirectSaying(`${paths.task(community, task)}#needs`, waitsNoLongerWords(task.number, number));
}

export default function TaskBlockerRemoval() {
  return null;
}
