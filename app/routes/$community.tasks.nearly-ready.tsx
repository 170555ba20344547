import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPreparable, type Preparable } from "../../db/queries/guidance.server";
import { organize } from "../auth/community.server";
import { ButtonLink } from "../components/button";
import { EmptyState } from "../components/empty-state";
import { NearlyReadyRow } from "../components/nearly-ready-row";
import { PageHeader } from "../components/page-header";
import { Pagination } from "../components/pagination";
import { TaskList } from "../components/task-list";
import { limits } from "../domain/limits";
import { nextFix } from "../domain/tasks/guidance";
import { taskRow } from "../domain/tasks/row";
import { standing } from "../domain/tasks/standing";
import { readId } from "../http/fields.server";
import { pageNumber } from "../http/page-number";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.stale ? "To be checked" : "Nearly ready"} · ${data?.community.name} · Portolan` },
];

/** `?show=stale` lists what asks to be checked instead; `?at=` says which row is next, by the task's number. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const deed = { action: "prepare tasks", object: "communities", objectKey: params.community };
  const { community } = await organize(context, request, params.community, deed);
  const url = new URL(request.url);
  const stale = url.searchParams.get("show") === "stale";
  const read = (page: number) =>
    listPreparable(context.db, community.id, stale ? "stale" : "nearly ready", {
      limit: limits.pageSize,
      offset: (page - 1) * limits.pageSize,
    });
  const asked = pageNumber(url);
  const found = await read(asked);
  // A page that is not there any more: the last tasks on it have been seen to.
  const { rows, count } = found.rows.length === 0 && asked > 1 ? await read(1) : found;
  const at = readId(url.searchParams.get("at") ?? "");
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    stale,
    count,
    page: rows === found.rows ? asked : 1,
    pages: Math.max(1, Math.ceil(count / limits.pageSize)),
    at: rows.some(({ number }) => number === at) ? at : (rows[0]?.number ?? null),
    rows: rows.map((task) => rowOf(task, community.now)),
  };
}

function rowOf(task: Preparable, now: Date) {
  const { readiness } = standing(task, now);
  const { number, title, kind, stale } = taskRow(task, now);
  const next = nextFix(task, readiness);
  const missing = next === null ? 0 : next.besides.length + 1;
  return { number, title, kind, stale, theme: task.themeTitle, wishes: task.wishes, missing, next };
}

export default function NearlyReady() {
  const { community, stale, count, page, pages, at, rows } = useLoaderData<typeof loader>();
  const show = stale ? "stale" : "";
  const other = stale ? (
    <ButtonLink tone="quiet" href={paths.nearlyReady(community)}>
      Nearly ready
    </ButtonLink>
  ) : (
    <ButtonLink tone="quiet" href={paths.nearlyReady(community, { show: "stale" })}>
      Ask to be checked
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        where={[
          { href: paths.community(community), label: community.name },
          { href: paths.tasks(community), label: "Tasks" },
        ]}
        title={stale ? "Ask to be checked" : "Nearly ready"}
        lede={lede(stale, count)}
        actions={other}
      />
      {rows.length === 0 ? (
        <EmptyState action={<ButtonLink href={paths.roadmap(community)}>Read the roadmap</ButtonLink>}>
          {stale
            ? "Every ready task has been checked lately."
            : "Every open task that nobody holds is ready. Split a theme, and what is missing shows up here."}
        </EmptyState>
      ) : (
        <TaskList ordered>
          {rows.map((row, index) => (
            <NearlyReadyRow
              key={row.number}
              community={community}
              row={row}
              place={{ show, page, after: rows[index + 1]?.number ?? rows[index - 1]?.number ?? null }}
              here={row.number === at}
            />
          ))}
        </TaskList>
      )}
      <Pagination
        page={page}
        pages={pages}
        label="Tasks"
        href={(to) => paths.nearlyReady(community, { show, page: to })}
      />
    </>
  );
}

function lede(stale: boolean, count: number): string {
  if (stale) {
    const tasks = count === 1 ? "One task is ready, but asks" : `${count} tasks are ready, but ask`;
    return `${tasks} to be looked at again. Read it over: say that it is still true, or put it right.`;
  }
  const tasks = count === 1 ? "One task lacks something" : `${count} tasks lack something`;
  return `${tasks} before a newcomer could start. Those that lack least come first, and among them those whose theme most newcomers wish for.`;
}
