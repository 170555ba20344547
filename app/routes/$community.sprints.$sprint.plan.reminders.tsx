import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { remindSilent } from "../../db/queries/pair-answers.server";
import { planForm, planner } from "../auth/planning.server";
import { openPost } from "../bridges/post.server";
import { remindedWords } from "../domain/plans/words";
import { conflict } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { readForm } from "../http/read-form.server";
import { remind } from "../http/reminder-letters.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const loader = planForm;

/** Reminds everybody of a sprint who has not answered their pair, once each. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { person, community, sprint } = await planner(context, request, params, "remind pair", form);
  const table = { href: paths.plan(community, sprint), label: "Look at the table" };
  if (context.mailer.kind === "none") {
    return conflict("This server cannot send mail, so nobody was reminded. Please tell people yourself.", table);
  }
  const of = { communityId: community.id, sprintId: sprint.id };
  const post = openPost(context);
  await change(context.db, await context.doer(), "remind pair", async (tx) =>
    remind(post.in(tx, community), await remindSilent(tx, { of, hours: 0, by: person.id })),
  );
  return redirectSaying(table.href, remindedWords(await post.send()));
}

/** A refusal is a page. */
export default function Answered() {
  return null;
}
