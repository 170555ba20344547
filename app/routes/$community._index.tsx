import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findCrew } from "../../db/queries/communities.server";
import { countFreeTasks, listFreeTasks } from "../../db/queries/free-tasks.server";
import { listComingSprints } from "../../db/queries/sprints.server";
import { countThemes } from "../../db/queries/themes.server";
import { visit } from "../auth/community.server";
import { Button, ButtonLink } from "../components/button";
import { Columns } from "../components/columns";
import { EmptyState } from "../components/empty-state";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { SprintList } from "../components/sprint-list";
import { SubmitForm } from "../components/submit-form";
import { TaskLine } from "../components/task-line";
import { TaskList } from "../components/task-list";
import { sprintLine } from "../domain/sprint/line";
import { taskRow } from "../domain/tasks/row";
import { paths } from "../paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.community.name} · Portolan` }];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { community, viewer } = await visit(context, params.community);
  const [crew, themes, free, count, sprints] = await Promise.all([
    findCrew(context.db, community.id),
    countThemes(context.db, community.id),
    listFreeTasks(context.db, community.id, { limit: 5, offset: 0 }),
    countFreeTasks(context.db, community.id),
    listComingSprints(context.db, community.id),
  ]);
  return {
    community,
    viewer: viewer && { id: viewer.id, timeZone: viewer.timeZone },
    crew,
    themes,
    count,
    sprints: sprints.map((sprint) => sprintLine(sprint, community.now)).filter(({ phase }) => phase !== "over"),
    free: free.map((task) => ({ ...taskRow(task, community.now), theme: task.themeTitle })),
  };
}

export default function CommunityPage() {
  const { community, viewer, crew, themes, count, sprints, free } = useLoaderData<typeof loader>();
  const organizing = community.role === "organizer";
  return (
    <>
      <PageHeader
        title={community.name}
        lede={community.summary}
        facts={[
          {
            value: count,
            label: count === 1 ? "task ready and free" : "tasks ready and free",
            href: paths.tasks(community),
          },
          {
            value: themes,
            label: themes === 1 ? "theme on the roadmap" : "themes on the roadmap",
            href: paths.roadmap(community),
          },
          { value: crew.members, label: crew.members === 1 ? "member" : "members" },
        ]}
        actions={
          organizing && themes === 0 ? (
            <ButtonLink tone="go" href={paths.roadmapImport(community)}>
              Bring in a roadmap
            </ButtonLink>
          ) : (
            <ButtonLink tone="go" href={paths.tasks(community)}>
              Find a task
            </ButtonLink>
          )
        }
      />
      <Columns
        besideLabel="About this community"
        beside={
          <>
            <Section title="Who to ask" id="organizers" level={3}>
              <p>
                {crew.organizers.map(({ name }) => name).join(", ")}{" "}
                {crew.organizers.length === 1 ? "organizes" : "organize"} this community.
              </p>
            </Section>
            <Section title="What was decided" id="decisions" level={3}>
              <p>
                <a href={paths.decisions(community)}>The decision log</a> says what, why, and what was turned down.
              </p>
            </Section>
            <Section title="Your part" id="part" level={3}>
              <Part community={community} signedIn={viewer !== null} />
            </Section>
          </>
        }
      >
        {sprints.length === 0 ? null : (
          <Section title={sprints.length === 1 ? "The next sprint" : "The next sprints"} id="sprints">
            <SprintList sprints={sprints} href={(sprint) => paths.sprint(community, sprint)} />
          </Section>
        )}
        <Section
          title="Ready to start"
          id="ready"
          lede="Each says where to start, when it is done, and how to check it."
        >
          {free.length === 0 ? (
            <EmptyState action={<ButtonLink href={paths.roadmap(community)}>Read the roadmap</ButtonLink>}>
              No task is ready and free at the moment. The roadmap shows what is being prepared.
            </EmptyState>
          ) : (
            <TaskList>
              {free.map((row) => (
                <TaskLine key={row.number} row={row} href={paths.task(community, row)} theme={row.theme} />
              ))}
            </TaskList>
          )}
        </Section>
      </Columns>
    </>
  );
}

type PartProps = { community: { slug: string; name: string; role: string | null }; signedIn: boolean };

function Part({ community, signedIn }: PartProps) {
  if (community.role !== null) {
    return (
      <>
        <p>You are {community.role === "organizer" ? "an organizer" : "a member"} here.</p>
        <SubmitForm action={paths.membershipEnding(community)} inline>
          <Button tone="quiet">Leave {community.name}</Button>
        </SubmitForm>
      </>
    );
  }
  return (
    <>
      <p>Members can claim tasks. Joining is open to anybody{signedIn ? "" : " who signs in"}.</p>
      <SubmitForm action={paths.membership(community)} inline>
        <Button>Join {community.name}</Button>
      </SubmitForm>
    </>
  );
}
