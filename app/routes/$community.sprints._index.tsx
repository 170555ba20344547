import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listSprints } from "../../db/queries/sprints.server";
import { visit } from "../auth/community.server";
import { ButtonLink } from "../components/button";
import { EmptyState } from "../components/empty-state";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { SprintList } from "../components/sprint-list";
import { sprintLine } from "../domain/sprint/line";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Sprints · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { community } = await visit(context, params.community);
  const lines = (await listSprints(context.db, community.id)).map((sprint) => sprintLine(sprint, community.now));
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    // The nearest first on either side of today.
    coming: lines.filter(({ phase }) => phase !== "over").reverse(),
    over: lines.filter(({ phase }) => phase === "over"),
  };
}

export default function SprintsPage() {
  const { community, coming, over } = useLoaderData<typeof loader>();
  const organizing = community.role === "organizer";
  const plan = (
    <ButtonLink tone="go" href={paths.newSprint(community)}>
      Plan a sprint
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        where={[{ href: paths.community(community), label: community.name }]}
        title="Sprints"
        lede="Days on which people work on the roadmap together, newcomers beside people who have done it before."
        actions={organizing ? plan : undefined}
      />
      <Section title="To come" id="coming">
        {coming.length === 0 ? (
          <EmptyState>
            {organizing
              ? "No sprint is planned. A name, days and hours are enough to begin with."
              : "No sprint is planned at the moment. The roadmap is open all year."}
          </EmptyState>
        ) : (
          <SprintList sprints={coming} href={(sprint) => paths.sprint(community, sprint)} />
        )}
      </Section>
      {over.length === 0 ? null : (
        <Section title="Over" id="over">
          <SprintList sprints={over} href={(sprint) => paths.sprint(community, sprint)} />
        </Section>
      )}
    </>
  );
}
