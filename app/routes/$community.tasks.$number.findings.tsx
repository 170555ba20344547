import type { ActionFunctionArgs, AppLoadContext, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import type { Community } from "../../db/queries/communities.server";
import { type Findings, findFindings, hasWorkedOn, writeFindings } from "../../db/queries/findings.server";
import { listQuestionsToAnswer } from "../../db/queries/questions.server";
import type { TaskFacts } from "../../db/queries/tasks.server";
import { enter } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { taskAt } from "../auth/roadmap.server";
import { ClashNote } from "../components/clash-note";
import { Narrow } from "../components/columns";
import { FindingsForm } from "../components/findings-form";
import { PageHeader } from "../components/page-header";
import { canWriteFindings, writtenWords } from "../domain/tasks/findings";
import { insist } from "../http/answers";
import { clashingEdit, refusedEdit } from "../http/edit-answer";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { findingsForm } from "../http/task-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What ${data?.task.title} showed · ${data?.community.name} · Portolan` },
];

/** Goes on if this person may say what the task showed. */
async function insistOnFindings(
  context: AppLoadContext,
  community: Community,
  task: TaskFacts,
  person: { id: number },
  form?: FormData,
): Promise<void> {
  const worked = await hasWorkedOn(context.db, community.id, task.id, person.id);
  const verdict = canWriteFindings(task, { organizer: community.role === "organizer", worked });
  const deed = { action: "write findings", object: "findings", objectKey: task.number, communityId: community.id };
  const back = { href: paths.task(community, task), label: "Back to the task" };
  await insist(context, verdict, deed, back, form);
}

/** Findings as their form holds them. */
const formOf = (findings: Findings | null): Record<string, string> => ({
  findings: findings?.text ?? "",
  question: findings?.questionId ? String(findings.questionId) : "",
  seen: findings ? String(findings.rev) : "",
});

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, person } = await enter(context, request, params.community);
  const task = await taskAt(context, community, params.number);
  await insistOnFindings(context, community, task, person);
  const questions = await listQuestionsToAnswer(context.db, community.id, task.themeId);
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    task: { number: task.number, title: task.title },
    theme: { slug: task.themeSlug, title: task.themeTitle },
    questions: questions.map(({ id, title }) => ({ value: String(id), label: title })),
    filled: { ...formOf(await findFindings(context.db, community.id, task.id)), ...kept?.typed },
  };
}

/** Writes down what a task showed. Whoever saves second sees what the first one wrote, beside their own. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const task = await taskAt(context, community, params.number, form);
  await insistOnFindings(context, community, task, person, form);
  const questions = await listQuestionsToAnswer(context.db, community.id, task.themeId);
  const parsed = await parseForm(context, form, findingsForm(questions));
  if (!parsed.ok) return refusedEdit(parsed);
  const { findings: text, question: questionId, seen } = parsed.values;
  const written = await change(context.db, await context.doer(), "write findings", (tx) =>
    writeFindings(tx, { communityId: community.id, id: task.id }, person.id, seen, { text, questionId }),
  );
  if (written) {
    const question = questions.find(({ id }) => id === questionId)?.title ?? null;
    return redirectSaying(`${paths.task(community, task)}#findings`, writtenWords(question));
  }
  const now = await findFindings(context.db, community.id, task.id);
  const fields = [
    { name: "findings", label: "What it showed" },
    {
      name: "question",
      label: "The question",
      say: (value: string) => questions.find(({ id }) => String(id) === value)?.title ?? "",
    },
  ];
  return clashingEdit(typedIn(form), formOf(now), fields, now?.by ?? null);
}

export default function WriteFindings() {
  const { community, task, theme, questions, filled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { seen = "", ...typed }: Record<string, string> = { ...filled, ...answer?.typed };
  return (
    <>
      <PageHeader
        where={[
          { href: paths.theme(community, theme), label: theme.title },
          { href: paths.task(community, task), label: task.title },
        ]}
        title="What did it show?"
        lede={task.title}
      />
      {answer?.clash ? <ClashNote {...answer.clash} /> : null}
      <Narrow>
        <FindingsForm
          action={paths.findings(community, task)}
          questions={questions}
          seen={seen}
          typed={typed}
          errors={faultsOf(answer)}
        />
      </Narrow>
    </>
  );
}
