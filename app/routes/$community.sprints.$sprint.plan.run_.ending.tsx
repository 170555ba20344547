import type { ActionFunctionArgs } from "@remix-run/node";
import { planForm, planner } from "../auth/planning.server";
import { runOver, runStopped } from "../domain/plans/running";
import { redirectSaying } from "../http/flash";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const loader = planForm;

/** Stops the run of a sprint's pairing, whoever began it. One that is over, or about to be, is left as it is. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, sprint } = await planner(context, request, params, "stop pairing", form);
  const isStopped = (await context.pairingRuns?.stop(sprint.id)) ?? false;
  return redirectSaying(paths.plan(community, sprint), isStopped ? runStopped : runOver);
}

export default function RunEndingPage() {
  return null;
}
