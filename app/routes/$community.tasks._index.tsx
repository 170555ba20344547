import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countFreeTasks, listFreeTasks } from "../../db/queries/free-tasks.server";
import { visit } from "../auth/community.server";
import { Button, ButtonLink } from "../components/button";
import { EmptyState } from "../components/empty-state";
import { FilterForm } from "../components/filter-form";
import { PageHeader } from "../components/page-header";
import { Pagination } from "../components/pagination";
import { SelectField } from "../components/select-field";
import { TaskLine } from "../components/task-line";
import { TaskList } from "../components/task-list";
import { limits } from "../domain/limits";
import { isTaskKind, taskKinds } from "../domain/tasks/kinds";
import { taskRow } from "../domain/tasks/row";
import { pageNumber } from "../http/page-number";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Find a task · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await visit(context, params.community);
  const url = new URL(request.url);
  const asked = url.searchParams.get("kind") ?? "";
  const kind = isTaskKind(asked) ? asked : null;
  const count = await countFreeTasks(context.db, community.id, kind);
  const pages = Math.max(1, Math.ceil(count / limits.pageSize));
  const page = Math.min(pageNumber(url), pages);
  const offset = (page - 1) * limits.pageSize;
  const tasks = await listFreeTasks(context.db, community.id, { limit: limits.pageSize, offset, kind });
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    count,
    kind,
    page,
    pages,
    rows: tasks.map((task) => ({ ...taskRow(task, community.now), theme: task.themeTitle })),
  };
}

export default function TasksPage() {
  const { community, count, kind, page, pages, rows } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        where={[{ href: paths.community(community), label: community.name }]}
        title="Find a task"
        lede={
          count === 1
            ? "One task is ready and free. It says where to start and when it is done."
            : `${count} tasks are ready and free. Each says where to start and when it is done; the shortest come first.`
        }
        actions={
          community.role === "organizer" ? (
            <>
              <ButtonLink tone="quiet" href={paths.nearlyReady(community)}>
                Nearly ready
              </ButtonLink>
              <ButtonLink tone="quiet" href={paths.nearlyReady(community, { show: "stale" })}>
                Ask to be checked
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <FilterForm action={paths.tasks(community)}>
        <SelectField
          name="kind"
          label="Kind of task"
          empty="Every kind"
          value={kind ?? ""}
          options={taskKinds.map((word) => ({ value: word, label: word.charAt(0).toUpperCase() + word.slice(1) }))}
        />
        <Button>Show</Button>
      </FilterForm>
      {rows.length === 0 ? (
        <EmptyState action={<ButtonLink href={paths.roadmap(community)}>Read the roadmap</ButtonLink>}>
          {kind ? `No ${kind} task is ready and free at the moment.` : "No task is ready and free at the moment."} The
          roadmap shows what is being prepared.
        </EmptyState>
      ) : (
        <TaskList>
          {rows.map((row) => (
            <TaskLine key={row.number} row={row} href={paths.task(community, row)} theme={row.theme} />
          ))}
        </TaskList>
      )}
      <Pagination
        page={page}
        pages={pages}
        label="Tasks"
        href={(to) =>
          `${paths.tasks(community)}?${new URLSearchParams({ ...(kind ? { kind } : {}), page: String(to) })}`
        }
      />
    </>
  );
}
