import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData } from "@remix-run/react";
import { moveTask } from "../../db/queries/moving.server";
import { listTaskNames } from "../../db/queries/tasks.server";
import { searchThemes } from "../../db/queries/theme-choices.server";
import { organize } from "../auth/community.server";
import { taskAt, themeAt } from "../auth/roadmap.server";
import { Narrow, Stack } from "../components/columns";
import { MoveForm } from "../components/move-form";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { ThemeFinder } from "../components/theme-finder";
import { limits } from "../domain/limits";
import { choicesFor } from "../domain/roadmap/ordering";
import { answerDrop } from "../http/answer-drop";
import { answerMove } from "../http/answer-move";
import { notFound, unreadable } from "../http/answers";
import { readId } from "../http/fields.server";
import { taskPlaceValue, taskPositionForm } from "../http/moving-fields.server";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { searchedFor } from "../http/searched-for";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Move ${data?.task.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (number: string | undefined) => ({ action: "move task", object: "tasks", objectKey: number });

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.number));
  const task = await taskAt(context, community, params.number);
  const own = await themeAt(context, community, task.themeSlug);
  const asked = new URL(request.url).searchParams.get("theme");
  const theme = asked === null || asked === own.slug ? own : await themeAt(context, community, asked);
  const names = await listTaskNames(context.db, community.id, theme.id);
  const search = searchedFor(request);
  const lists = [{ id: null as number | null, title: "In no pillar" }, ...theme.pillars].map((pillar) => ({
    id: String(pillar.id ?? ""),
    pillar,
    items: names
      .filter(({ pillarId }) => pillarId === pillar.id)
      .map(({ number, title }) => ({ id: String(number), title })),
  }));
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    task: { number: task.number, title: task.title },
    own: { slug: own.slug, title: own.title },
    theme: { slug: theme.slug, title: theme.title },
    seen: own.orderRev,
    from: own.id,
    to: theme.id,
    places: lists.map(({ id, pillar }) => ({
      label: pillar.title,
      options: choicesFor(lists, String(task.number))
        .filter(({ list }) => list === id)
        .map(({ before, isNow }) => ({
          value: taskPlaceValue(pillar.id, before && Number(before.id)),
          before: before?.title ?? null,
          isNow,
        })),
    })),
    search,
    found: search ? await searchThemes(context.db, community.id, search, limits.themesFound) : null,
  };
}

/** Moves a task: before a neighbour, to the end of a pillar, to another theme. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await organize(context, request, params.community, deedOn(params.number), form);
  const number = readId(params.number) ?? notFound("task");
  const parsed = await parseForm(context, form, taskPositionForm);
  if (!parsed.ok) {
    await taskAt(context, community, params.number);
    return unreadable(parsed.errors[0]?.message ?? "");
  }
  const { from, to, place, seen } = parsed.values;
  const moved = await moveTask(context.db, await context.doer(), {
    communityId: community.id,
    number,
    from,
    seen,
    to: { themeId: to, pillarId: place.pillarId },
    before: place.before,
  });
  if (moved.is === "missing") await taskAt(context, community, params.number, form);
  const back = moved.is === "moved" ? `${paths.theme(community, moved.theme)}#task-${number}` : "";
  return answerMove("task", moved, form, { back, again: paths.taskPosition(community, { number }) });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => answerDrop(serverAction);

export default function MoveTask() {
  const { community, task, own, theme, seen, from, to, places, search, found } = useLoaderData<typeof loader>();
  const action = paths.taskPosition(community, task);
  return (
    <>
      <PageHeader
        where={[
          { href: paths.theme(community, own), label: own.title },
          { href: paths.task(community, task), label: task.title },
        ]}
        title={`Move task ${task.number}`}
      />
      <Narrow>
        <Stack>
          <MoveForm
            action={action}
            what="task"
            name="place"
            label={theme.slug === own.slug ? "Where it goes" : `Where it goes in “${theme.title}”`}
            hidden={{ from, to, seen }}
            places={places}
          />
          <Section title="To another theme" id="elsewhere" level={3}>
            <ThemeFinder
              action={action}
              search={search}
              found={found?.map(({ slug, title }) => ({ href: paths.taskPosition(community, task, slug), title }))}
            />
          </Section>
        </Stack>
      </Narrow>
    </>
  );
}
