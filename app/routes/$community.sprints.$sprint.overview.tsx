import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listLostLetters } from "../../db/queries/letters.server";
import { listClaimsAtSprint, listStandings, listWishedThemes } from "../../db/queries/overview.server";
import { listTrackedPairs } from "../../db/queries/pair-tracking.server";
import { listPreparedDuring } from "../../db/queries/preparations.server";
import { organize } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { Badge } from "../components/badge";
import { Columns, Stack } from "../components/columns";
import { Facts } from "../components/facts";
import { LostLetters } from "../components/lost-letters";
import { PageHeader } from "../components/page-header";
import { PairLine, PairList } from "../components/pair-list";
import { PeopleWaiting } from "../components/people-waiting";
import { Section } from "../components/section";
import { TaskList, TaskRow } from "../components/task-list";
import { WishedThemes } from "../components/wished-themes";
import { timeLeft } from "../domain/claims/clock";
import { inNumbers } from "../domain/in-numbers";
import { limits } from "../domain/limits";
import { byUrgency, pairHealths } from "../domain/pairs/health";
import { pairRow } from "../domain/pairs/row";
import { healthNames } from "../domain/pairs/words";
import { preparationVerbs } from "../domain/preparations/said";
import { overviewOf } from "../domain/sprint/overview";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Overview of ${data?.sprint.name} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, person } = await organize(context, request, params.community, {
    action: "read overview",
    object: "sprints",
    objectKey: params.sprint,
    what: "see how its sprints are going",
  });
  const sprint = await sprintAt(context, community, params.sprint);
  const [standings, themes, pairs, claims, prepared, lost] = await Promise.all([
    listStandings(context.db, community.id, sprint.id),
    listWishedThemes(context.db, community.id, sprint.id, limits.themesOnPage),
    listTrackedPairs(context.db, community.id, sprint.id),
    listClaimsAtSprint(context.db, community.id, sprint.id),
    listPreparedDuring(context.db, community.id, sprint),
    listLostLetters(context.db, community.id),
  ]);
  const now = community.now;
  const asked = new URL(request.url).searchParams.get("pairs");
  const only = pairHealths.find((health) => health === asked) ?? null;
  const urgent = byUrgency(pairs, now);
  const shown = urgent.filter(({ health }) => only === null || health.is === only);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    readerZone: person.timeZone,
    lost: lost.map(({ id, name, subject, writtenAt }) => ({ id, name, subject, at: writtenAt.toISOString() })),
    timeZone: sprint.timeZone,
    now,
    overview: overviewOf(standings, sprint),
    themes,
    pairs: pairs.length,
    only,
    healths: pairHealths.map((is) => ({ is, count: urgent.filter(({ health }) => health.is === is).length })),
    rows: shown.slice(0, limits.pageSizeMost).map(({ pair }) => pairRow(pair, "organizer", person.id, now)),
    more: Math.max(0, shown.length - limits.pageSizeMost),
    claims: claims.map(({ number, title, name, expiresAt }) => ({
      number,
      title,
      name,
      left: timeLeft(expiresAt, now),
    })),
    prepared: prepared.map(({ id, kind, title, name }) => ({ id, title: `${preparationVerbs[kind]} ${title}`, name })),
  };
}

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OverviewPage() {
  const page = useLoaderData<typeof loader>();
  const { community, sprint, overview, themes, pairs, claims, prepared } = page;
  const registrations = (part: string) => paths.registrations(community, sprint, part);
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprints(community), label: "Sprints" },
          { href: paths.sprint(community, sprint), label: sprint.name },
        ]}
        title="Overview"
        facts={[
          { ...counted(overview.newcomers, "newcomer"), href: registrations("newcomer") },
          { ...counted(overview.mentors, "mentor"), href: registrations("mentor") },
          {
            value: overview.seatsLeft,
            label: `of ${inNumbers(overview.seats)} seats left`,
            href: paths.plan(community, sprint),
          },
          {
            value: overview.hoursLeft,
            label: `of ${inNumbers(overview.hours)} mentor hours left`,
            href: registrations("mentor"),
          },
          { ...counted(pairs, "pair"), href: "#pairs" },
          { value: claims.length, label: claims.length === 1 ? "task held now" : "tasks held now", href: "#claims" },
        ]}
      />
      <Columns besideLabel="Who waits" beside={<Waiting page={page} />}>
        <LostLetters letters={page.lost} zone={page.timeZone} readerZone={page.readerZone} />
        <Pairs page={page} />
        <Section
          title="What is ready, and who wishes for it"
          id="themes"
          lede="Themes by how many newcomers wish for them."
          action={<a href={paths.roadmapGuidance(community)}>Where guidance is missing</a>}
        >
          <WishedThemes community={community} themes={themes} />
        </Section>
        {prepared.length === 0 ? null : (
          <Section title="Prepared for others" id="prepared" lede="Since the sprint began, the latest first.">
            <TaskList>
              {prepared.map(({ id, title, name }) => (
                <TaskRow key={id} href={paths.preparation(community, id)} title={title} meta={[`By ${name}`]} />
              ))}
            </TaskList>
          </Section>
        )}
        <Section title="Tasks held now" id="claims">
          {claims.length === 0 ? (
            <p>
              Nobody here holds a task at the moment. <a href={paths.tasks(community)}>These are free.</a>
            </p>
          ) : (
            <TaskList>
              {claims.map((claim) => (
                <TaskRow
                  key={claim.number}
                  href={paths.task(community, claim)}
                  title={claim.title}
                  meta={[claim.name]}
                  state={
                    <Badge tone="plain" shape="half">
                      {claim.left}
                    </Badge>
                  }
                />
              ))}
            </TaskList>
          )}
        </Section>
      </Columns>
    </>
  );
}

const counted = (count: number, noun: string) => ({ value: count, label: count === 1 ? noun : `${noun}s` });

function Pairs({ page }: { page: Page }) {
  const { community, sprint, pairs, only, healths, rows, more, readerZone, now } = page;
  const overview = paths.sprintOverview(community, sprint);
  return (
    <Section
      title={only === null ? "Pairs, the most urgent first" : `Pairs: ${healthNames[only]}`}
      id="pairs"
      action={only === null ? undefined : <a href={`${overview}#pairs`}>All pairs</a>}
    >
      {pairs === 0 ? (
        <p>
          Nobody is paired yet. <a href={paths.plan(community, sprint)}>Plan the pairs</a>
        </p>
      ) : (
        <Stack>
          <Facts
            facts={healths
              .filter(({ count }) => count > 0)
              .map(({ is, count }) => ({
                value: count,
                label: healthNames[is],
                href: `${overview}?pairs=${is}#pairs`,
              }))}
          />
          {rows.length === 0 ? (
            <p>No pair is so at the moment.</p>
          ) : (
            <PairList>
              {rows.map((row) => (
                <PairLine key={row.id} community={community} row={row} readerZone={readerZone} now={now} brief />
              ))}
            </PairList>
          )}
          {more > 0 ? <p>And {more} more, less urgent ones.</p> : null}
        </Stack>
      )}
    </Section>
  );
}

function Waiting({ page }: { page: Page }) {
  const { community, sprint, overview } = page;
  const { unpaired, freeMentors, waitingForPlace } = overview;
  return (
    <>
      <Section
        title={`${inNumbers(unpaired.length)} without a mentor`}
        id="unpaired"
        level={3}
        action={<a href={paths.plan(community, sprint)}>Plan</a>}
      >
        <PeopleWaiting
          people={unpaired.map(({ name, because }) => ({ name, said: because ?? "No plan has looked for one yet." }))}
          none="Every newcomer has a mentor."
        />
      </Section>
      <Section
        title={`${inNumbers(freeMentors.length)} ${freeMentors.length === 1 ? "mentor" : "mentors"} without anybody`}
        id="free-mentors"
        level={3}
      >
        <PeopleWaiting
          people={freeMentors.map(({ name, seats }) => ({
            name,
            said: seats === 1 ? "1 seat is free" : `${seats} seats are free`,
          }))}
          none="Every mentor has somebody."
        />
      </Section>
      <Section
        title={`${inNumbers(waitingForPlace.length)} waiting for a place`}
        id="waiting"
        level={3}
        action={<a href={paths.registrations(community, sprint, "waiting")}>List</a>}
      >
        <PeopleWaiting
          people={waitingForPlace.map(({ name, role }) => ({ name, said: role }))}
          none="Nobody waits for a place."
        />
      </Section>
    </>
  );
}
