import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { change } from "../../db/queries/change.server";
import { pauseMentor } from "../../db/queries/own-standing.server";
import { holdSprint } from "../../db/queries/sprints.server";
import { enter } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { insist, notFound, unreadable } from "../http/answers";
import { choice } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const loader = onlyPost;

const schema = z.object({ pause: choice(["yes", "no"], "Say whether you take newcomers.") });

/** A mentor takes nobody new for now, or takes newcomers again. Pairs they have go on. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const sprint = await sprintAt(context, community, params.sprint);
  const parsed = await parseForm(context, form, schema);
  if (!parsed.ok) return unreadable(parsed.errors[0]?.message ?? "");
  const pause = parsed.values.pause === "yes";
  const verdict = await change(context.db, await context.doer(), "pause mentor", async (tx) => {
    const held = (await holdSprint(tx, community.id, sprint.id)) ?? notFound("sprint");
    return pauseMentor(tx, community.id, held, person.id, pause);
  });
  const page = paths.sprint(community, sprint);
  const deed = { action: "pause mentor", object: "registrations", objectKey: sprint.id, communityId: community.id };
  await insist(context, verdict, deed, { href: page, label: "Back to the sprint" });
  return redirectSaying(
    page,
    pause ? "You are pausing. Nobody new is paired with you; those you have stay." : "You take newcomers again.",
  );
}

/** Nothing to show, but a place to show a refusal in. */
export default function RegistrationPause() {
  return null;
}
