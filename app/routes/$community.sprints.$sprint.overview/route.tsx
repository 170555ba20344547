import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "../../components/badge";
import { Columns } from "../../components/columns";
import { LostLetters } from "../../components/lost-letters";
import { PageHeader } from "../../components/page-header";
import { Section } from "../../components/section";
import { TaskList, TaskRow } from "../../components/task-list";
import { WishedThemes } from "../../components/wished-themes";
import { inNumbers } from "../../domain/in-numbers";
import { paths } from "../../paths";
import { Pairs } from "./pairs";
import { readOverview } from "./reading.server";
import { Waiting } from "./waiting";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Overview of ${data?.sprint.name} · ${data?.community.name} · Portolan` },
];

export const loader = readOverview;

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
