import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { publishDraft } from "../../db/queries/publishing.server";
import { countRegistrations } from "../../db/queries/registrations.server";
import { planForm, planner, sayNotDone } from "../auth/planning.server";
import { openPost, type Post } from "../bridges/post.server";
import { PublishForm } from "../components/plan-actions";
import { PlanPublished } from "../components/plan-published";
import { PlanRefused } from "../components/plan-refused";
import { isCrowd } from "../domain/plans/running";
import { notPublished, publishedWords } from "../domain/plans/words";
import { unreadable } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { tellPairs } from "../http/pair-letters.server";
import { parseForm } from "../http/parse-form.server";
import { planAnswer } from "../http/plan-answer";
import { seenForm } from "../http/plan-fields.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = ({ data }) => [
  { title: data ? "Published · Portolan" : "Error: nothing was published · Portolan" },
];

export const loader = planForm;

/** Publishes the draft: its pairs are active, and everybody in them is written to once, after that is stored. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const said = { action: "publish plan", title: notPublished };
  const { person, ...here } = await planner(context, request, params, said.action, form);
  const { community, sprint } = here;
  const parsed = await parseForm(context, form, seenForm);
  if (!parsed.ok) return unreadable(parsed.errors[0]?.message ?? "");
  const { seen } = parsed.values;
  const at = { communityId: community.id, sprintId: sprint.id };
  const post = openPost(context);
  const outcome = await publish(context, here, { at, seen: seen ?? 0, post });
  if (outcome.is === "done") {
    const told = await post.send();
    const { unreached, sends } = told;
    const sentence = publishedWords(outcome.pairs, told);
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
  const { refused, pairing } = await sayNotDone(context, here, outcome, { ...said, seen });
  const { draft } = pairing;
  const again = outcome.is === "late" && draft ? { seen: draft.rev, planned: draft.pairs.length } : null;
  return planAnswer(409, { ...here, refused }, { is: "refused" as const, again });
}

type Order = { at: { communityId: number; sprintId: number }; seen: number; post: Post };

/** Publishes within the request, or, where a crowd comes, beside the server: how many pairs there are now, or why there are none. */
async function publish(
  context: ActionFunctionArgs["context"],
  { community, sprint }: Pick<Awaited<ReturnType<typeof planner>>, "community" | "sprint">,
  { at, seen, post }: Order,
) {
  const doer = await context.doer();
  if (context.publisher && isCrowd(await countRegistrations(context.db, community.id, sprint.id))) {
    const told = { community: { slug: community.slug }, sprint: { name: sprint.name }, origin: context.origin };
    const sends = context.mailer.kind !== "none";
    const outcome = await context.publisher.publish({ ...told, doer, at, seen, sends });
    if (outcome.is === "done") post.bring(outcome.letters);
    return outcome;
  }
  const outcome = await publishDraft(context.db, doer, at, seen, (tx, pairs) =>
    tellPairs(post.in(tx, community), community, sprint, pairs),
  );
  return outcome.is === "done" ? { ...outcome, pairs: outcome.pairs.length } : outcome;
}

export default function PublicationPage() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, sprint } = answer;
  if (answer.is === "published") return <PlanPublished {...answer} />;
  return (
    <PlanRefused community={community} sprint={sprint} refused={answer.refused}>
      {answer.again ? <PublishForm community={community} sprint={sprint} {...answer.again} /> : undefined}
    </PlanRefused>
  );
}
