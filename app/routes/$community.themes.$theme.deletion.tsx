import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { listTasksOfTheme } from "../../db/queries/tasks.server";
import { deleteTheme } from "../../db/queries/theme-writing.server";
import { organize } from "../auth/community.server";
import { themeAt } from "../auth/roadmap.server";
import { Button, ButtonLink } from "../components/button";
import { Actions } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { SubmitForm } from "../components/submit-form";
import { TaskList, TaskRow } from "../components/task-list";
import { canDeleteTheme } from "../domain/roadmap/deeds";
import { insist } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Delete ${data?.theme.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (slug: string | undefined) => ({ action: "delete theme", object: "themes", objectKey: slug });

/** Shows what goes with a theme, or why it cannot go now. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.theme));
  const theme = await themeAt(context, community, params.theme);
  const tasks = await listTasksOfTheme(context.db, community.id, theme.id);
  const verdict = canDeleteTheme(tasks.filter(({ holderId }) => holderId !== null).length);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    theme: { slug: theme.slug, title: theme.title },
    questions: theme.questions.map(({ number, title }) => ({ number, title })),
    pillars: theme.pillars.map(({ id, title }) => ({ id, title })),
    tasks: tasks.map(({ number, title, holderName }) => ({ number, title, holderName })),
    refusal: verdict.ok ? null : verdict.because,
  };
}

/** Takes a theme with everything in it off the roadmap, unless somebody holds a task of it. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await organize(context, request, params.community, deedOn(params.theme), form);
  const theme = await themeAt(context, community, params.theme);
  const verdict = await change(context.db, await context.doer(), "delete theme", (tx) =>
    deleteTheme(tx, community.id, theme.id, person.id),
  );
  const back = { href: paths.theme(community, theme), label: "Back to the theme" };
  await insist(context, verdict, { ...deedOn(theme.slug), communityId: community.id }, back);
  return redirectSaying(paths.roadmap(community), "The theme is off the roadmap.");
}

export default function DeleteTheme() {
  const { community, theme, questions, pillars, tasks, refusal } = useLoaderData<typeof loader>();
  const all = [counted(tasks.length, "task"), counted(questions.length, "question"), counted(pillars.length, "pillar")];
  return (
    <>
      <PageHeader
        where={[
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, theme), label: theme.title },
        ]}
        title="Delete this theme?"
        lede={refusal ?? `With “${theme.title}” go ${all.join(", ")}. Their addresses will say who deleted them.`}
      />
      {tasks.length > 0 ? (
        <Section title="Its tasks" id="tasks">
          <TaskList>
            {tasks.map((task) => (
              <TaskRow
                key={task.number}
                href={paths.task(community, task)}
                title={task.title}
                meta={[task.holderName ? `Held by ${task.holderName}` : null]}
              />
            ))}
          </TaskList>
        </Section>
      ) : null}
      {questions.length > 0 ? (
        <Section title="Its questions" id="questions">
          <ul>
            {questions.map((question) => (
              <li key={question.number}>
                <a href={paths.question(community, question)}>{question.title}</a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title={refusal ? "What to do instead" : "Sure?"} id="sure">
        <Actions>
          {refusal ? null : (
            <SubmitForm action={paths.themeDeletion(community, theme)} inline>
              <Button tone="go">Delete the theme</Button>
            </SubmitForm>
          )}
          <ButtonLink tone="quiet" href={paths.theme(community, theme)}>
            Keep it
          </ButtonLink>
        </Actions>
      </Section>
    </>
  );
}

const counted = (count: number, noun: string) => `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;
