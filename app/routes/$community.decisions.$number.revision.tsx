import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { reviseDecision } from "../../db/queries/decisions.server";
import { listConcerned, listReadied } from "../../db/queries/readied.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { decisionAt } from "../auth/roadmap.server";
import { openPost } from "../bridges/post.server";
import { Narrow } from "../components/columns";
import { DecideForm } from "../components/decide-form";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { canRevise } from "../domain/roadmap/deciding";
import { insist, notFound } from "../http/answers";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { followsForm } from "../http/follows-form";
import { parseForm } from "../http/parse-form.server";
import { tellAnswer } from "../http/question-letters.server";
import { readForm } from "../http/read-form.server";
import { decisionForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Revise decision ${data?.decision.number} · ${data?.community.name} · Portolan` },
];

const deedOn = (number: string | undefined) => ({
  action: "revise decision",
  object: "decisions",
  objectKey: number,
});

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.number));
  const decision = await decisionAt(context, community, params.number);
  const { number, question, answer, reason, rejected } = decision;
  const deed = { ...deedOn(params.number), communityId: community.id };
  if (!followsForm(request)) await insist(context, canRevise(decision), deed, back(community, decision));
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    decision: { number, question },
    theme: { slug: decision.themeSlug, title: decision.theme },
    typed: kept?.typed ?? { answer, reason, rejected },
  };
}

const back = (community: { slug: string }, decision: { number: number; revisedIn: number | null }) => ({
  href: paths.decision(community, { number: decision.revisedIn ?? decision.number }),
  label: "Read the decision that stands",
});

/** Puts another answer on record. The earlier one stays; whoever is second is told who revised it, and keeps their words. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await organize(context, request, params.community, deedOn(params.number), form);
  const decision = await decisionAt(context, community, params.number, form);
  const deed = { ...deedOn(params.number), communityId: community.id };
  await insist(context, canRevise(decision), deed, back(community, decision), form);
  const parsed = await parseForm(context, form, decisionForm);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { id, questionId, question } = decision;
  const post = openPost(context);
  const made = await change(context.db, await context.doer(), "revise decision", async (tx) => {
    const number = await reviseDecision(tx, { communityId: community.id, questionId, id }, person.id, parsed.values);
    if (number === null) return null;
    const readied = await listReadied(tx, community.id, questionId);
    const said = { community, question, decision: number, answer: parsed.values.answer, decidedBy: person };
    const concerned = await listConcerned(tx, community.id, questionId);
    await tellAnswer(post.in(tx, community), concerned, { ...said, readied });
    return { number };
  });
  if (made === null) {
    const now = await decisionAt(context, community, params.number, form);
    await insist(context, canRevise(now), deed, back(community, now), form);
    return notFound("decision");
  }
  await post.send();
  return redirectSaying(
    paths.decision(community, made),
    `The new answer is on record. Decision ${decision.number} stays, and says that it was revised.`,
  );
}

export default function ReviseDecision() {
  const { community, decision, theme, typed } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  const errors = faultsOf(fault);
  return (
    <>
      <PageHeader
        where={[
          { href: paths.theme(community, theme), label: theme.title },
          { href: paths.decision(community, decision), label: `Decision ${decision.number}` },
        ]}
        title={`Revise decision ${decision.number}`}
        lede={decision.question}
        note="What you change becomes a new decision. The earlier one stays on record, with a link to yours."
      />
      <Narrow>
        <ErrorSummary form="decision" errors={errors} />
        <DecideForm
          action={paths.decisionRevision(community, decision)}
          submit="Put the new answer on record"
          typed={fault?.typed ?? typed}
          errors={errors}
        />
      </Narrow>
    </>
  );
}
