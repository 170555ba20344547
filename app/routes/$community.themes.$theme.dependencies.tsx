import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTaskLines } from "../../db/queries/task-lines.server";
import { findThemeWaits } from "../../db/queries/theme-dependencies.server";
import { visit } from "../auth/community.server";
import { themeAt } from "../auth/roadmap.server";
import { ButtonLink } from "../components/button";
import { ChartSteps } from "../components/chart-steps";
import { EmptyState } from "../components/empty-state";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { ThemeChart } from "../components/theme-chart";
import { themeChart } from "../domain/roadmap/theme-chart";
import { isFree, taskRow } from "../domain/tasks/row";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What waits for what in ${data?.theme.title} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { community, viewer } = await visit(context, params.community);
  const theme = await themeAt(context, community, params.theme);
  const [tasks, waits] = await Promise.all([
    listTaskLines(context.db, community.id, theme.id),
    findThemeWaits(context.db, community.id, theme.id),
  ]);
  const rows = tasks.map((task) => taskRow(task, community.now));
  const outside = waits.outside.map((task) => ({ ...taskRow(task, community.now), theme: task.themeTitle }));
  const drawn = themeChart({ rows, outside, waits: waits.tasks, questions: waits.questions });
  const charted = drawn.stops.flatMap((stop) => (stop.is === "task" && stop.theme === null ? [stop] : []));
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    viewer: viewer && { id: viewer.id, timeZone: viewer.timeZone },
    theme: { slug: theme.slug, title: theme.title },
    drawn,
    free: charted.filter(isFree).length,
    alone: rows.length - charted.length,
  };
}

export default function ThemeDependencies() {
  const { community, viewer, theme, drawn, free, alone } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        where={[
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, theme), label: theme.title },
        ]}
        title="What waits for what"
        lede={drawn.stops.length === 0 ? undefined : ledeOf(free, alone)}
      />
      {drawn.stops.length === 0 ? (
        <EmptyState action={<ButtonLink href={paths.theme(community, theme)}>Back to the theme</ButtonLink>}>
          Nothing in this theme waits for anything.
        </EmptyState>
      ) : (
        <>
          <Section title="As a picture" id="picture">
            <ThemeChart community={community} stops={drawn.stops} chart={drawn.chart} />
          </Section>
          <Section title="In words" id="words" lede="In the order in which things can be started.">
            <ChartSteps community={community} steps={drawn.steps} viewerId={viewer?.id} readerZone={viewer?.timeZone} />
          </Section>
        </>
      )}
    </>
  );
}

function ledeOf(free: number, alone: number): string {
  const start =
    free === 0
      ? "Nothing here is ready and free at the moment."
      : `${free === 1 ? "One task" : `${free} tasks`} here can be started now.`;
  const others =
    alone === 0
      ? ""
      : ` ${alone === 1 ? "One more task of the theme stands" : `${alone} more tasks of the theme stand`} alone and ${alone === 1 ? "is" : "are"} not shown.`;
  return `What is on the left comes first; an arrow leads to what waits for it. ${start}${others}`;
}
