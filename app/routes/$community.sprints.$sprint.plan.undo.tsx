import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { undoStep } from "../../db/queries/plan-undoing.server";
import { planForm, planner, sayNotDone } from "../auth/planning.server";
import { PlanRefused } from "../components/plan-refused";
import { notUndone, undoneWords } from "../domain/plans/words";
import { unreadable } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { planAnswer } from "../http/plan-answer";
import { seenForm } from "../http/plan-fields.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: nothing was taken back · Portolan" }];

export const loader = planForm;

/** Takes back the newest step of the draft, whoever made it. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const said = { action: "undo plan step", title: notUndone };
  const { person, ...here } = await planner(context, request, params, said.action, form);
  const { community, sprint } = here;
  const parsed = await parseForm(context, form, seenForm);
  if (!parsed.ok) return unreadable(parsed.errors[0]?.message ?? "");
  const { seen } = parsed.values;
  const at = { communityId: community.id, sprintId: sprint.id, personId: person.id };
  const outcome = await undoStep(context.db, await context.doer(), at, seen, {
    follows: form.get("follows") === "yes",
  });
  if (outcome.is === "done") return redirectSaying(paths.plan(community, sprint), undoneWords);
  const { refused } = await sayNotDone(context, here, outcome, { ...said, seen });
  return planAnswer(409, { ...here, refused }, {});
}

export default function UndoRefusedPage() {
  const answer = useActionData<typeof action>();
  return answer ? <PlanRefused {...answer} /> : null;
}
