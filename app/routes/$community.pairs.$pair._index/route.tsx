import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge } from "../../components/badge";
import { CheckInForm } from "../../components/check-in-form";
import { CheckInList } from "../../components/check-in-list";
import { Columns, Narrow, Stack } from "../../components/columns";
import { EmptyState } from "../../components/empty-state";
import { HealthBadge } from "../../components/health-badge";
import { PageHeader } from "../../components/page-header";
import { PairAnswer } from "../../components/pair-answer";
import { Quote } from "../../components/quote";
import { Section } from "../../components/section";
import { Time } from "../../components/time";
import { paths } from "../../paths";
import { Beside } from "./beside";
import { LockIns } from "./lock-ins";
import { typedFor } from "./page";
import { readPair } from "./reading.server";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.row.title} · ${data?.row.sprint.name} · Portolan` },
];

export const loader = readPair;

export default function PairPage() {
  const page = useLoaderData<typeof loader>();
  const { community, row, part, ending, readerZone, now } = page;
  const goesOn = ending === null;
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprint(community, row.sprint), label: row.sprint.name },
          ...(part === "mentor" ? [{ href: paths.mentoring(community, row.sprint), label: "Who needs you" }] : []),
          ...(part === "organizer" ? [{ href: paths.sprintOverview(community, row.sprint), label: "Overview" }] : []),
        ]}
        title={part === "organizer" ? row.title : `You and ${row.title}`}
        state={
          goesOn ? (
            <HealthBadge health={row.health} said={row.healthSaid} zone={readerZone} now={now} />
          ) : (
            <Badge tone="plain" shape="check">
              Ended
            </Badge>
          )
        }
        lede={(goesOn && row.health.is === "quiet" ? quietSentence[part] : page.silent) ?? undefined}
      />
      <Columns besideLabel="About this pair" beside={<Beside page={page} />}>
        {page.asked ? (
          <PairAnswer
            community={community}
            pairId={row.id}
            other={row.title}
            typed={typedFor(page, paths.pairDecline(community, row.id))}
          />
        ) : null}
        {ending ? (
          <Section title="This pair has ended" id="ended" lede={ending.said}>
            <Stack>
              {ending.note ? <Quote>{ending.note}</Quote> : null}
              <p>
                {ending.by ?? "Somebody"} ended it on <Time at={ending.at.toISOString()} zone={readerZone} year />.
              </p>
            </Stack>
          </Section>
        ) : part === "organizer" ? null : (
          <Section title="Check in" id="check-in" lede="It takes ten seconds.">
            <Narrow>
              <CheckInForm
                community={community}
                pairId={row.id}
                zone={readerZone}
                typed={typedFor(page, paths.checkIns(community, row.id))}
              />
            </Narrow>
          </Section>
        )}
        <Section
          title={part === "organizer" ? "What they wrote to each other" : "What you wrote to each other"}
          id="news"
        >
          {page.checkIns.length === 0 ? (
            <EmptyState>Nobody has checked in yet. A hello is enough to begin.</EmptyState>
          ) : (
            <CheckInList checkIns={page.checkIns} readerZone={readerZone} />
          )}
        </Section>
        <LockIns page={page} />
      </Columns>
    </>
  );
}

const quietSentence = {
  newcomer: "Nobody has written for a while. One line is enough, also when nothing has happened.",
  mentor: "Nobody has written for a while. One line is enough: ask how it goes.",
  organizer: "Nobody has written for a while. Ask one of them how it goes.",
};
