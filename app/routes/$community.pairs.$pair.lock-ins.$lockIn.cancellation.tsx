import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { callOffLockIn } from "../../db/queries/lock-ins.server";
import { listAddressees } from "../../db/queries/people.server";
import { lockInAt } from "../auth/pair.server";
import { openPost } from "../bridges/post.server";
import { canChangeLockIn, othersIn } from "../domain/pairs/deeds";
import { insist } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { tellLockIn } from "../http/lock-in-letters.server";
import { onlyPost } from "../http/only-post";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Either of a pair, or an organizer, calls a lock-in off: it leaves the sprint's page, and whoever did not do it is told. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const at = await lockInAt(context, request, params, await readForm(request));
  const { community, person, pair, lockIn } = at;
  const deed = { action: "call off lock-in", object: "blocks", objectKey: lockIn.id, communityId: community.id };
  const page = { href: paths.pair(community, pair.id), label: "Back to the pair" };
  await insist(context, canChangeLockIn(lockIn, community.now), deed, page);
  const post = openPost(context);
  const off = await change(context.db, await context.doer(), deed.action, async (tx) => {
    if (!(await callOffLockIn(tx, { communityId: community.id, id: lockIn.id }))) return false;
    const others = await listAddressees(tx, othersIn(pair, person.id));
    const told = { deed: "called off", by: person.name, community, pair } as const;
    await tellLockIn(post.in(tx, community), others, lockIn, told);
    return true;
  });
  if (!off)
    await insist(context, canChangeLockIn({ ...lockIn, cancelledAt: community.now }, community.now), deed, page);
  await post.send();
  return redirectSaying(page.href, "The lock-in is called off. It stands on the sprint's page no more.");
}

/** Nothing to show, but a place to show a refusal in. */
export default function LockInCancellation() {
  return null;
}
