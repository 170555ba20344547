import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findMemberPage } from "../../db/queries/member-pages.server";
import { listPreparationsOf, type Preparation } from "../../db/queries/preparations.server";
import { enter } from "../auth/community.server";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { TaskList, TaskRow } from "../components/task-list";
import { preparationVerbs } from "../domain/preparations/said";
import { notFound } from "../http/answers";
import { readId } from "../http/fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.member.name} · ${data?.community.name} · Portolan` },
];

/** A member's page, for members: to everybody else it is as missing as one that never was. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await enter(context, request, params.community);
  const id = readId(params.person) ?? notFound("person");
  const member = await findMemberPage(context.db, community.id, id);
  if (!member || community.role === null) return notFound("person");
  const prepared = await listPreparationsOf(context.db, community.id, id);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    member,
    preparing: prepared.filter(({ holds }) => holds).map(line),
    prepared: prepared.filter(({ reason }) => reason === "finished").map(line),
  };
}

const line = ({ id, kind, title, theme }: Preparation) => ({
  id,
  title: `${preparationVerbs[kind]} ${title}`,
  theme: theme.title,
});

export default function MemberPage() {
  const { community, member, preparing, prepared } = useLoaderData<typeof loader>();
  const { carries, held, finished, mentored } = member;
  const tasks = (rows: typeof held) => rows.map((row) => ({ href: paths.task(community, row), title: row.title }));
  const pieces = (rows: typeof preparing) =>
    rows.map(({ id, title, theme }) => ({ href: paths.preparation(community, id), title, meta: [theme] }));
  return (
    <>
      <PageHeader
        where={[{ href: paths.community(community), label: community.name }]}
        title={member.name}
        facts={[
          { value: member.role === "organizer" ? "Organizer" : "Member", label: `of ${community.name}` },
          { value: prepared.length, label: "prepared for others" },
          { value: finished.length, label: finished.length === 1 ? "task finished" : "tasks finished" },
          { value: mentored, label: mentored === 1 ? "newcomer mentored" : "newcomers mentored" },
        ]}
      />
      <Rows
        title="Carries"
        id="carries"
        rows={carries.map((row) => ({ href: paths.theme(community, row), title: row.title }))}
      />
      <Rows title="Holds now" id="held" rows={tasks(held)} />
      <Rows title="Prepares now" id="preparing" rows={pieces(preparing)} />
      <Rows title="Has prepared" id="prepared" rows={pieces(prepared)} />
      <Rows title="Has finished" id="finished" rows={tasks(finished)} />
      {carries.length + held.length + preparing.length + prepared.length + finished.length === 0 ? (
        <p>
          Nothing stands here yet. <a href={paths.roadmapGuidance(community)}>There is always something to prepare.</a>
        </p>
      ) : null}
    </>
  );
}

type RowsProps = { title: string; id: string; rows: readonly { href: string; title: string; meta?: string[] }[] };

/** One part of what somebody does; left out while there is nothing in it. */
function Rows({ title, id, rows }: RowsProps) {
  if (rows.length === 0) return null;
  return (
    <Section title={title} id={id}>
      <TaskList>
        {rows.map((row) => (
          <TaskRow key={row.href} {...row} />
        ))}
      </TaskList>
    </Section>
  );
}
