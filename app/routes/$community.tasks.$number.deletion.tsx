import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { listWaiting } from "../../db/queries/dependencies.server";
import { deleteFreeTask } from "../../db/queries/task-deletion.server";
import { organize } from "../auth/community.server";
import { taskAt } from "../auth/roadmap.server";
import { Button, ButtonLink } from "../components/button";
import { Actions } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { SubmitForm } from "../components/submit-form";
import { TaskList, TaskRow } from "../components/task-list";
import { canDeleteTask } from "../domain/roadmap/deeds";
import { insist } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Delete ${data?.task.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (number: string | undefined) => ({ action: "delete task", object: "tasks", objectKey: number });

/** Shows who waits for a task, or why it cannot go now. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.number));
  const task = await taskAt(context, community, params.number);
  const verdict = canDeleteTask(task.holderName);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    task: { number: task.number, title: task.title },
    theme: { slug: task.themeSlug, title: task.themeTitle },
    waiting: await listWaiting(context.db, community.id, task.id),
    refusal: verdict.ok ? null : verdict.because,
  };
}

/** Takes a task off the roadmap, unless somebody holds it. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await organize(context, request, params.community, deedOn(params.number), form);
  const task = await taskAt(context, community, params.number);
  const verdict = await change(context.db, await context.doer(), "delete task", (tx) =>
    deleteFreeTask(tx, community.id, task.id, person.id),
  );
  const back = { href: paths.task(community, task), label: "Back to the task" };
  await insist(context, verdict, { ...deedOn(params.number), communityId: community.id }, back);
  return redirectSaying(paths.theme(community, { slug: task.themeSlug }), "The task is off the roadmap.");
}

export default function DeleteTask() {
  const { community, task, theme, waiting, refusal } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        where={[
          { href: paths.theme(community, theme), label: theme.title },
          { href: paths.task(community, task), label: task.title },
        ]}
        title="Delete this task?"
        lede={refusal ?? `“${task.title}” leaves the roadmap. Its address will say who deleted it.`}
      />
      {waiting.length > 0 ? (
        <Section title="These wait for it, and would wait no longer" id="waiting">
          <TaskList>
            {waiting.map((other) => (
              <TaskRow key={other.number} href={paths.task(community, other)} title={other.title} />
            ))}
          </TaskList>
        </Section>
      ) : null}
      <Section title={refusal ? "What to do instead" : "Sure?"} id="sure">
        <Actions>
          {refusal ? null : (
            <SubmitForm action={paths.taskDeletion(community, task)} inline>
              <Button tone="go">Delete the task</Button>
            </SubmitForm>
          )}
          <ButtonLink tone="quiet" href={paths.task(community, task)}>
            Keep it
          </ButtonLink>
        </Actions>
      </Section>
    </>
  );
}
