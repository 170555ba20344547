import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { join } from "../../db/queries/memberships.server";
import { enter } from "../auth/community.server";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Joining a community: open to anybody signed in. Joining twice changes nothing. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { community, person } = await enter(context, request, params.community, await readForm(request));
  await change(context.db, await context.doer(), "join community", (tx) => join(tx, community.id, person.id));
  return redirectSaying(paths.community(community), `You are a member of ${community.name}. You can claim a task now.`);
}

/** Nothing to show, but a place to show a refusal in. */
export default function Membership() {
  return null;
}
