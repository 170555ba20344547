import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { runPlan } from "../../db/queries/planning.server";
import { countRegistrations } from "../../db/queries/registrations.server";
import { planForm, planner, sayNotDone } from "../auth/planning.server";
import { RunForm } from "../components/plan-actions";
import { PlanRefused } from "../components/plan-refused";
import { limits } from "../domain/limits";
import { runBegun, runsAlready } from "../domain/plans/running";
import { notRun, ranWords } from "../domain/plans/words";
import { unreadable } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { planAnswer } from "../http/plan-answer";
import { seenForm } from "../http/plan-fields.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: nobody was paired · Portolan" }];

export const loader = planForm;

/**
 * Pairs everybody who has no mentor yet, in the best way there is, as a draft that nobody hears of. A crowd is paired beside the
 * server: the table then shows how far that has got.
 */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const said = { action: "run pairing", title: notRun };
  const { person, ...here } = await planner(context, request, params, said.action, form);
  const { community, sprint } = here;
  const parsed = await parseForm(context, form, seenForm);
  if (!parsed.ok) return unreadable(parsed.errors[0]?.message ?? "");
  const { seen } = parsed.values;
  const at = { communityId: community.id, sprintId: sprint.id, personId: person.id };
  const runs = context.pairingRuns;
  const { newcomers, mentors } = await countRegistrations(context.db, community.id, sprint.id);
  const people = newcomers + mentors;
  if (runs && people > limits.pairedAtOnce) {
    const order = { doer: await context.doer(), at, seen };
    if (runs.begin(order, { by: person.name, people, newcomers })) {
      return redirectSaying(paths.plan(community, sprint), runBegun);
    }
    const because = runsAlready(runs.find(sprint.id) ?? { by: "Somebody", people });
    await context.refused({
      action: said.action,
      because,
      object: "plans",
      objectKey: sprint.slug,
      communityId: community.id,
    });
    return planAnswer(409, { ...here, refused: { title: said.title, lede: because, lines: [] } }, { again: null });
  }
  const outcome = await runPlan(context.db, await context.doer(), at, seen);
  if (outcome.is === "done") return redirectSaying(paths.plan(community, sprint), ranWords[outcome.said]);
  const { refused, pairing } = await sayNotDone(context, here, outcome, { ...said, seen });
  const again = outcome.is === "late" ? { seen: pairing.draft?.rev ?? null } : null;
  return planAnswer(409, { ...here, refused }, { again });
}

export default function RunRefusedPage() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, sprint, refused, again } = answer;
  return (
    <PlanRefused community={community} sprint={sprint} refused={refused}>
      {again ? (
        <RunForm community={community} sprint={sprint} seen={again.seen}>
          Run the pairing all the same
        </RunForm>
      ) : undefined}
    </PlanRefused>
  );
}
