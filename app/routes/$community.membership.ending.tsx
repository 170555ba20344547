import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { countOrganizersForLeaving, findRole, leave } from "../../db/queries/memberships.server";
import { enter } from "../auth/community.server";
import { canLeave } from "../domain/people/deeds";
import { insist } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Leaving a community. The last organizer stays, also when two leave at the same moment. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { community, person } = await enter(context, request, params.community, await readForm(request));
  const verdict = await change(context.db, await context.doer(), "leave community", async (tx) => {
    const organizers = await countOrganizersForLeaving(tx, community.id);
    const verdict = canLeave(await findRole(tx, community.id, person.id), organizers);
    if (verdict.ok) await leave(tx, community.id, person.id);
    return verdict;
  });
  await insist(context, verdict, { action: "leave community", object: "memberships", communityId: community.id });
  return redirectSaying(paths.community(community), `You have left ${community.name}. What you did stays on record.`);
}

/** Nothing to show, but a place to show a refusal in. */
export default function MembershipEnding() {
  return null;
}
