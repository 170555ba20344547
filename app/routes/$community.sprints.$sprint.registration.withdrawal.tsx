import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { withdraw } from "../../db/queries/registering.server";
import { findRegistration } from "../../db/queries/registrations.server";
import { holdSprint } from "../../db/queries/sprints.server";
import { enter } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { openPost } from "../bridges/post.server";
import { canWithdraw } from "../domain/people/registration";
import { insist, notFound } from "../http/answers";
import { tellEnded } from "../http/ending-letters.server";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { tellPlaces } from "../http/place-letters.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Withdraws from a sprint: pairs end, and the next in line is offered the place, in the same transaction. Then both hear of it. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { community, person } = await enter(context, request, params.community, await readForm(request));
  const sprint = await sprintAt(context, community, params.sprint);
  const post = openPost(context);
  const verdict = await change(context.db, await context.doer(), "withdraw", async (tx) => {
    const held = (await holdSprint(tx, community.id, sprint.id)) ?? notFound("sprint");
    const own = await findRegistration(tx, community.id, sprint.id, person.id);
    const verdict = canWithdraw(held, held.now, own !== null);
    const left = verdict.ok ? await withdraw(tx, community.id, held, person.id) : null;
    if (left) {
      await tellPlaces(post.in(tx, community), community, sprint, left.news);
      await tellEnded(post.in(tx, community), community, sprint, left.ended, { by: person, how: { left: person } });
    }
    return verdict;
  });
  const page = paths.sprint(community, sprint);
  const deed = { action: "withdraw", object: "registrations", objectKey: sprint.id, communityId: community.id };
  await insist(context, verdict, deed, { href: page, label: "Back to the sprint" });
  await post.send();
  return redirectSaying(page, "You have withdrawn. What you said is kept for the next time.");
}

/** Nothing to show, but a place to show a refusal in. */
export default function RegistrationWithdrawal() {
  return null;
}
