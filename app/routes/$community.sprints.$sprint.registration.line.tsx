import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { standInLine } from "../../db/queries/own-standing.server";
import { holdSprint } from "../../db/queries/sprints.server";
import { enter } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { openPost } from "../bridges/post.server";
import { queuedWords } from "../domain/people/waiting";
import { insist, notFound } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { tellPlaces } from "../http/place-letters.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Stands in line again, at its end, for somebody who let a place pass. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { community, person } = await enter(context, request, params.community, await readForm(request));
  const sprint = await sprintAt(context, community, params.sprint);
  const post = openPost(context);
  const { verdict, standing } = await change(context.db, await context.doer(), "stand in line", async (tx) => {
    const held = (await holdSprint(tx, community.id, sprint.id)) ?? notFound("sprint");
    const { news, ...how } = await standInLine(tx, community.id, held, person.id);
    await tellPlaces(post.in(tx, community), community, sprint, news);
    return how;
  });
  await post.send();
  const page = paths.sprint(community, sprint);
  const deed = { action: "stand in line", object: "registrations", objectKey: sprint.id, communityId: community.id };
  await insist(context, verdict, deed, { href: page, label: "Back to the sprint" });
  return redirectSaying(page, queuedWords(standing));
}

/** Nothing to show, but a place to show a refusal in. */
export default function WaitingLine() {
  return null;
}
