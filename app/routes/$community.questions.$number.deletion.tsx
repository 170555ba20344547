import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { findStanding } from "../../db/queries/decisions.server";
import { deleteQuestion } from "../../db/queries/question-revision.server";
import { organize } from "../auth/community.server";
import { questionAt } from "../auth/roadmap.server";
import { Button, ButtonLink } from "../components/button";
import { Actions } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { SubmitForm } from "../components/submit-form";
import { TaskList, TaskRow } from "../components/task-list";
import { canDeleteQuestion } from "../domain/roadmap/questions";
import { insist } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Delete ${data?.question.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (number: string | undefined) => ({ action: "delete question", object: "questions", objectKey: number });

/** Shows which tasks wait for a question, or why it cannot go. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.number));
  const question = await questionAt(context, community, params.number);
  const verdict = canDeleteQuestion(await findStanding(context.db, community.id, question.id));
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    question: { number: question.number, title: question.title },
    theme: { slug: question.themeSlug, title: question.themeTitle },
    waiting: question.waiting,
    refusal: verdict.ok ? null : verdict.because,
  };
}

/** Takes a question off the roadmap, unless it has been answered. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await organize(context, request, params.community, deedOn(params.number), form);
  const question = await questionAt(context, community, params.number);
  const verdict = await change(context.db, await context.doer(), "delete question", (tx) =>
    deleteQuestion(tx, { communityId: community.id, id: question.id }, person.id),
  );
  const back = { href: paths.question(community, question), label: "Back to the question" };
  await insist(context, verdict, { ...deedOn(params.number), communityId: community.id }, back);
  return redirectSaying(paths.theme(community, { slug: question.themeSlug }), "The question is off the roadmap.");
}

export default function DeleteQuestion() {
  const { community, question, theme, waiting, refusal } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        where={[
          { href: paths.theme(community, theme), label: theme.title },
          { href: paths.question(community, question), label: question.title },
        ]}
        title="Delete this question?"
        lede={refusal ?? `“${question.title}” leaves the roadmap. Its address will say who deleted it.`}
      />
      {refusal === null && waiting.length > 0 ? (
        <Section title="These wait for its answer, and would wait no longer" id="waiting">
          <TaskList>
            {waiting.map((task) => (
              <TaskRow key={task.number} href={paths.task(community, task)} title={task.title} />
            ))}
          </TaskList>
        </Section>
      ) : null}
      <Section title={refusal ? "What to do instead" : "Sure?"} id="sure">
        <Actions>
          {refusal ? null : (
            <SubmitForm action={paths.questionDeletion(community, question)} inline>
              <Button tone="go">Delete the question</Button>
            </SubmitForm>
          )}
          <ButtonLink tone="quiet" href={paths.question(community, question)}>
            Keep it
          </ButtonLink>
        </Actions>
      </Section>
    </>
  );
}
