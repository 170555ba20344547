import type { ActionFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { findPairing } from "../../db/queries/pairing.server";
import { ruleOnPair } from "../../db/queries/planning.server";
import { planForm, planner, sayNotDone } from "../auth/planning.server";
import { Narrow } from "../components/columns";
import { peopleOptions } from "../components/form-state";
import { PlanRefused } from "../components/plan-refused";
import { RuleForm } from "../components/plan-rules";
import { mentorsOf, type Pairing, unpaired } from "../domain/plans/pairing";
import { notRuled, ruledWords } from "../domain/plans/words";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { parseForm } from "../http/parse-form.server";
import { planAnswer } from "../http/plan-answer";
import { ruleForm } from "../http/plan-fields.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: no rule was made · Portolan" }];

export const loader = planForm;

/** Says of two people that they are a pair in every run, or in none, or takes that back. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const said = { action: "rule on pair", title: notRuled };
  const { person, ...here } = await planner(context, request, params, said.action, form);
  const { community, sprint } = here;
  const again = (pairing: Pairing) => ({
    newcomers: peopleOptions(unpaired(pairing)),
    mentors: peopleOptions(mentorsOf(pairing)),
    seen: pairing.draft?.rev ?? null,
    typed: typedIn(form),
  });
  const parsed = await parseForm(context, form, ruleForm);
  if (!parsed.ok) {
    const pairing = await findPairing(context.db, community.id, sprint);
    const refused = { title: notRuled, lede: "Look at the form once more, then send it again.", lines: [] };
    return planAnswer(422, { ...here, refused }, { ...again(pairing), errors: faultsOf(parsed) });
  }
  const { newcomer, mentor, rule, seen } = parsed.values;
  const at = { communityId: community.id, sprintId: sprint.id, personId: person.id };
  const ruling = { newcomerId: newcomer, mentorId: mentor, rule: rule === "none" ? null : rule };
  const outcome = await ruleOnPair(context.db, await context.doer(), at, seen, ruling);
  if (outcome.is === "done") return redirectSaying(paths.plan(community, sprint), ruledWords[rule]);
  const { refused, pairing } = await sayNotDone(context, here, outcome, { ...said, seen });
  return planAnswer(409, { ...here, refused }, { ...again(pairing), errors: [] });
}

export default function RuleRefusedPage() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, sprint, refused, ...form } = answer;
  return (
    <PlanRefused community={community} sprint={sprint} refused={refused}>
      <Narrow>
        <RuleForm action={paths.planRule(community, sprint)} {...form} />
      </Narrow>
    </PlanRefused>
  );
}
