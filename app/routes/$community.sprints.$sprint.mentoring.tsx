import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPairsOfMentor } from "../../db/queries/pair-tracking.server";
import { findRegistration } from "../../db/queries/registrations.server";
import { enter } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { ButtonLink } from "../components/button";
import { EmptyState } from "../components/empty-state";
import { PageHeader } from "../components/page-header";
import { PairLine, PairList } from "../components/pair-list";
import { Section } from "../components/section";
import { TaskList, TaskRow } from "../components/task-list";
import { Time } from "../components/time";
import { byUrgency } from "../domain/pairs/health";
import { pairRow } from "../domain/pairs/row";
import { endingWords } from "../domain/pairs/words";
import { notFound } from "../http/answers";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Who needs you · ${data?.sprint.name} · Portolan` },
];

/** For a mentor of this sprint; to everybody else there is no such page. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, person } = await enter(context, request, params.community);
  const sprint = await sprintAt(context, community, params.sprint);
  const [registration, pairs] = await Promise.all([
    findRegistration(context.db, community.id, sprint.id, person.id),
    listPairsOfMentor(context.db, community.id, sprint.id, person.id),
  ]);
  if (registration?.role !== "mentor" && pairs.length === 0) notFound("page");
  const now = community.now;
  const open = pairs.filter(({ endedAt }) => endedAt === null);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    seats: registration?.seats ?? null,
    name: person.name,
    zone: person.timeZone,
    now,
    rows: byUrgency(open, now).map(({ pair }) => pairRow(pair, "mentor", person.id, now)),
    ended: pairs.flatMap(({ id, newcomer, ending }) =>
      ending ? [{ id, name: newcomer.name, said: endingWords[ending.reason].said, at: ending.at }] : [],
    ),
  };
}

export default function MentoringPage() {
  const { community, sprint, seats, name, zone, now, rows, ended } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        where={[
          { href: paths.community(community), label: community.name },
          { href: paths.sprint(community, sprint), label: sprint.name },
        ]}
        title={`Who needs you, ${name}`}
        facts={[
          { value: rows.length, label: rows.length === 1 ? "newcomer with you" : "newcomers with you" },
          ...(seats === null
            ? []
            : [{ value: Math.max(seats - rows.length, 0), label: `of your ${seats} seats free` }]),
        ]}
      />
      {rows.length === 0 ? (
        <EmptyState action={<ButtonLink href={paths.sprint(community, sprint)}>Read the sprint's page</ButtonLink>}>
          Nobody is with you yet. As soon as the organizers publish the pairs, yours stand here.
        </EmptyState>
      ) : (
        <Section title="Your newcomers" id="newcomers" lede="The most urgent first.">
          <PairList>
            {rows.map((row, index) => (
              <PairLine
                key={row.id}
                community={community}
                row={row}
                readerZone={zone}
                now={now}
                action={
                  <ButtonLink
                    tone={index === 0 && row.health.is !== "well" ? "go" : "plain"}
                    href={`${paths.pair(community, row.id)}#check-in`}
                  >
                    {row.step}
                  </ButtonLink>
                }
              />
            ))}
          </PairList>
        </Section>
      )}
      {ended.length === 0 ? null : (
        <Section title="Ended" id="ended">
          <TaskList>
            {ended.map((pair) => (
              <TaskRow
                key={pair.id}
                href={paths.pair(community, pair.id)}
                title={pair.name}
                meta={[pair.said, <Time key="at" at={pair.at.toISOString()} zone={zone} form="date" />]}
              />
            ))}
          </TaskList>
        </Section>
      )}
    </>
  );
}
