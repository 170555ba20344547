import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { planForm, planner } from "../auth/planning.server";
import { runOver } from "../domain/plans/running";
import { redirectSaying } from "../http/flash";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const loader = planForm;

/** Stops the run of a sprint's pairing, whoever began it. One that is over, or about to be, is left as it is. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, sprint, person } = await planner(context, request, params, "stop pairing", form);
  const isStopped = (await context.pairingRuns?.stop(sprint.id, person.name)) ?? false;
  // The table says so itself, to everybody who looks at it.
  if (isStopped) return redirect(paths.plan(community, sprint), 303);
  return redirectSaying(paths.plan(community, sprint), runOver);
}

export default function RunEndingPage() {
  return null;
}
