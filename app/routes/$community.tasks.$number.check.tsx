import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { checkTask } from "../../db/queries/guidance.server";
import { enter } from "../auth/community.server";
import { taskAt } from "../auth/roadmap.server";
import { canCheck } from "../domain/tasks/staleness";
import { insist, unreadable } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { backToList, placeIn } from "../http/list-place.server";
import { onlyPost } from "../http/only-post";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { checkForm } from "../http/task-fields.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** "It is still true": an organizer or the task's mentor has looked it over. Leads back to where it was pressed. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const task = await taskAt(context, community, params.number);
  const facts = { finished: task.finishedAt !== null, mentorId: task.mentorId };
  const verdict = canCheck(facts, { personId: person.id, organizer: community.role === "organizer" });
  const deed = { action: "check task", object: "tasks", objectKey: params.number, communityId: community.id };
  await insist(context, verdict, deed, { href: paths.task(community, task), label: "Back to the task" });
  const parsed = await parseForm(context, form, checkForm);
  if (!parsed.ok) return unreadable(parsed.errors[0]?.message ?? "");
  await change(context.db, await context.doer(), "check task", (tx) => checkTask(tx, community.id, task.id));
  const place = placeIn(parsed.values);
  return redirectSaying(
    place ? backToList(community, place, null) : paths.task(community, task),
    `Task ${task.number} counts as checked.`,
  );
}

export default function CheckTask() {
  return null;
}
