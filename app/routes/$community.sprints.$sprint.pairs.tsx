import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { approvePair } from "../../db/queries/publishing.server";
import { planForm, planner, sayNotDone } from "../auth/planning.server";
import { openPost } from "../bridges/post.server";
import { PlanPublished } from "../components/plan-published";
import { SeatRefused } from "../components/plan-refused";
import { notApproved, publishedWords } from "../domain/plans/words";
import { unreadable } from "../http/answers";
import { readId } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { tellPairs } from "../http/pair-letters.server";
import { parseForm } from "../http/parse-form.server";
import { planAnswer } from "../http/plan-answer";
import { pairForm } from "../http/plan-fields.server";
import { readForm } from "../http/read-form.server";
import { readPlan } from "../jobs/crowd-reader.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: nobody was paired · Portolan" }];

export const loader = planForm;

/** Approves one pair at once: a newcomer without a mentor, and a free seat. Unique indexes give each seat once. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const said = { action: "approve pair", title: notApproved };
  const { person, ...here } = await planner(context, request, params, said.action, form);
  const { community, sprint } = here;
  const again = { is: "refused" as const, chosen: typedIn(form) };
  const parsed = await parseForm(context, form, pairForm);
  if (!parsed.ok) {
    const [fault] = parsed.errors;
    const newcomer = readId(parsed.typed.newcomer);
    if (fault?.field !== "mentor" || newcomer === null) return unreadable(fault?.message ?? "");
    const one = await readPlan(context, here, "one", { newcomerId: newcomer });
    const refused = { title: notApproved, lede: fault.message, lines: [] };
    return planAnswer(422, { ...here, refused }, { ...again, adjusting: one, error: fault.message });
  }
  const { newcomer, mentor } = parsed.values;
  const two = { newcomerId: newcomer, mentorId: mentor };
  const at = { communityId: community.id, sprintId: sprint.id };
  const post = openPost(context);
  const outcome = await approvePair(context.db, await context.doer(), at, two, (tx, pairs) =>
    tellPairs(post.in(tx, community), community, sprint, pairs),
  );
  if (outcome.is === "done") {
    const told = await post.send();
    const { unreached, sends } = told;
    const sentence = publishedWords(1, told);
    if (unreached.length === 0) return redirectSaying(paths.plan(community, sprint), sentence);
    return data({
      is: "published" as const,
      community: { slug: community.slug, name: community.name, role: community.role },
      sprint: { slug: sprint.slug, name: sprint.name },
      sentence,
      unreached,
      sends,
    });
  }
  const { refused } = await sayNotDone(context, here, outcome, said);
  const one = await readPlan(context, here, "one", { newcomerId: newcomer });
  return planAnswer(409, { ...here, refused }, { ...again, adjusting: one, error: null });
}

export default function PairRefusedPage() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  return answer.is === "published" ? <PlanPublished {...answer} /> : <SeatRefused {...answer} />;
}
