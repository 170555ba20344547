import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { openRegistration } from "../../db/queries/sprints.server";
import { organize } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { canOpenRegistration } from "../domain/sprint/deeds";
import { insist } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Opens a sprint's registration. Opening it twice changes nothing. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const deed = { action: "open registration", object: "sprints", objectKey: params.sprint, what: "plan its sprints" };
  const { community } = await organize(context, request, params.community, deed, form);
  const sprint = await sprintAt(context, community, params.sprint);
  const page = paths.sprint(community, sprint);
  await insist(
    context,
    canOpenRegistration(sprint, community.now),
    { action: deed.action, object: deed.object, objectKey: sprint.id, communityId: community.id },
    { href: page, label: "Back to the sprint" },
  );
  await change(context.db, await context.doer(), "open registration", (tx) =>
    openRegistration(tx, community.id, sprint.id),
  );
  return redirectSaying(page, "Registration is open. Anybody who signs in can register.");
}

/** Nothing to show, but a place to show a refusal in. */
export default function SprintOpening() {
  return null;
}
