import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { addDecision } from "../../db/queries/decisions.server";
import { listConcerned, listReadied } from "../../db/queries/readied.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { questionAt } from "../auth/roadmap.server";
import { openPost } from "../bridges/post.server";
import { Narrow } from "../components/columns";
import { DecideForm } from "../components/decide-form";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { canDecide, decidedWords } from "../domain/roadmap/deciding";
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
  { title: `Answer: ${data?.question.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (number: string | undefined) => ({ action: "decide question", object: "questions", objectKey: number });

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.number));
  const { number, title, decided, themeSlug, themeTitle } = await questionAt(context, community, params.number);
  if (decided && !followsForm(request)) throw redirect(paths.question(community, { number }), 303);
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    question: { number, title },
    theme: { slug: themeSlug, title: themeTitle },
    typed: kept?.typed ?? {},
  };
}

/** Puts the answer on record. One stands: whoever is second is told who decided, and keeps their words. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await organize(context, request, params.community, deedOn(params.number), form);
  const question = await questionAt(context, community, params.number, form);
  const back = { href: paths.question(community, question), label: "Read the decision" };
  const deed = { ...deedOn(params.number), communityId: community.id };
  await insist(context, canDecide(question), deed, back, form);
  const parsed = await parseForm(context, form, decisionForm);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const post = openPost(context);
  const made = await change(context.db, await context.doer(), "decide question", async (tx) => {
    const decision = await addDecision(tx, community.id, question.id, person.id, parsed.values);
    if (decision === null) return null;
    const readied = await listReadied(tx, community.id, question.id);
    const said = { community, question: question.title, decision, answer: parsed.values.answer, decidedBy: person };
    const concerned = await listConcerned(tx, community.id, question.id);
    await tellAnswer(post.in(tx, community), concerned, { ...said, readied });
    return { readied };
  });
  if (made === null) {
    const decided = await questionAt(context, community, params.number, form);
    await insist(context, canDecide(decided), deed, back, form);
    return notFound("question");
  }
  await post.send();
  const theme = paths.theme(community, { slug: question.themeSlug });
  return redirectSaying(`${theme}#question-${question.number}`, decidedWords(made.readied.length));
}

export default function Decide() {
  const { community, question, theme, typed } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  const errors = faultsOf(fault);
  return (
    <>
      <PageHeader
        where={[
          { href: paths.theme(community, theme), label: theme.title },
          { href: paths.question(community, question), label: question.title },
        ]}
        title="Put the answer on record"
        lede={question.title}
      />
      <Narrow>
        <ErrorSummary form="decision" errors={errors} />
        <DecideForm action={paths.answer(community, question)} typed={fault?.typed ?? typed} errors={errors} />
      </Narrow>
    </>
  );
}
