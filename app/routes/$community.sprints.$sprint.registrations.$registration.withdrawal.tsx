import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { listAddressees } from "../../db/queries/people.server";
import { withdraw } from "../../db/queries/registering.server";
import { holdSprint } from "../../db/queries/sprints.server";
import { registrationAt } from "../auth/registration.server";
import { openPost } from "../bridges/post.server";
import { canWithdrawSomebody } from "../domain/people/registration";
import { insist, notFound } from "../http/answers";
import { tellEnded } from "../http/ending-letters.server";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { tellPlaces } from "../http/place-letters.server";
import { readForm } from "../http/read-form.server";
import { writeToWithdrawn } from "../http/withdrawn.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** An organizer withdraws somebody who cannot come: their pairs end, the next in line is offered their place, and all of them hear of it. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const at = await registrationAt(context, request, params, "withdraw somebody", await readForm(request));
  const { community, person, sprint, registration } = at;
  const { personId: id, name } = registration;
  const post = openPost(context);
  const page = paths.sprint(community, sprint);
  const verdict = await change(context.db, await context.doer(), "withdraw somebody", async (tx) => {
    const held = (await holdSprint(tx, community.id, sprint.id)) ?? notFound("sprint");
    const verdict = canWithdrawSomebody(held, held.now, name);
    const left = verdict.ok ? await withdraw(tx, community.id, held, id, person.id) : null;
    if (!left) return verdict;
    const [to] = id === person.id ? [] : await listAddressees(tx, [id]);
    if (to) await writeToWithdrawn(post.in(tx, community), to, { by: person.name, sprint, page });
    await tellPlaces(post.in(tx, community), community, sprint, left.news);
    await tellEnded(post.in(tx, community), community, sprint, left.ended, { by: person, how: { left: { id, name } } });
    return verdict;
  });
  const list = { href: paths.registrations(community, sprint), label: "Back to the registrations" };
  const deed = { action: "withdraw somebody", object: "registrations", objectKey: registration.id };
  await insist(context, verdict, { ...deed, communityId: community.id }, list);
  await post.send();
  return redirectSaying(list.href, `${name} is withdrawn. What they said is kept for the next time.`);
}

/** Nothing to show, but a place to show a refusal in. */
export default function RegistrantWithdrawal() {
  return null;
}
