import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listCheckIns } from "../../db/queries/check-ins.server";
import { listLockIns } from "../../db/queries/lock-ins.server";
import { restoreForm } from "../auth/kept-forms.server";
import { pairAt } from "../auth/pair.server";
import { Badge } from "../components/badge";
import { BlockList } from "../components/block-list";
import { CheckInForm } from "../components/check-in-form";
import { CheckInList } from "../components/check-in-list";
import { Columns, Narrow, Stack } from "../components/columns";
import { Disclosure } from "../components/disclosure";
import { EmptyState } from "../components/empty-state";
import { EndPairForm } from "../components/end-pair-form";
import { HealthBadge } from "../components/health-badge";
import { daysInWords, OneStretch } from "../components/hours-together";
import { LockInForm } from "../components/lock-in-form";
import { LockInTools } from "../components/lock-in-tools";
import { PageHeader } from "../components/page-header";
import { PairAnswer } from "../components/pair-answer";
import { Quote } from "../components/quote";
import { Section } from "../components/section";
import { Time } from "../components/time";
import { isAsked, silentWords } from "../domain/pairs/answers";
import { pairRow } from "../domain/pairs/row";
import { endingWords } from "../domain/pairs/words";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.row.title} · ${data?.row.sprint.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, person, pair, part } = await pairAt(context, request, params);
  const [checkIns, lockIns, kept] = await Promise.all([
    listCheckIns(context.db, community.id, pair.id),
    listLockIns(context.db, community.id, pair.id),
    restoreForm(context, request),
  ]);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    part,
    now: community.now,
    readerZone: person.timeZone,
    row: pairRow(pair, part, person.id, community.now),
    zone: pair.sprint.timeZone,
    reasons: pair.reasons,
    asked: isAsked(pair, part),
    silent: pair.ending === null ? silentWords(pair, part) : null,
    ending: pair.ending && { ...pair.ending, said: endingWords[pair.ending.reason].said },
    checkIns: checkIns.map(({ authorId, author, ...checkIn }) => ({
      ...checkIn,
      author: authorId === person.id ? "You" : author,
    })),
    lockIns: lockIns.map((lockIn) => ({
      ...lockIn,
      comes: lockIn.endsAt > community.now,
      startsAt: lockIn.startsAt.toISOString(),
      endsAt: lockIn.endsAt.toISOString(),
    })),
    kept: kept && { form: kept.path, typed: kept.typed },
  };
}

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
        <Section title="What you wrote to each other" id="news">
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

type Page = ReturnType<typeof useLoaderData<typeof loader>>;

const typedFor = ({ kept }: Page, form: string) => (kept?.form === form ? kept.typed : undefined);

function Beside({ page }: { page: Page }) {
  const { community, row, part, ending, readerZone, reasons } = page;
  const goesOn = ending === null;
  return (
    <>
      {goesOn ? (
        <Section title={part === "newcomer" ? "Your task" : "The task"} id="task" level={3}>
          {row.starter ? (
            <p>
              To begin with, a task that is free, in a theme {part === "organizer" ? "both" : "you both"} chose:{" "}
              <a href={paths.task(community, row.starter)}>{row.starter.title}</a>
            </p>
          ) : row.tasks.length === 0 ? (
            <p>
              No task yet. <a href={paths.tasks(community)}>These are ready to start.</a>
            </p>
          ) : (
            <ul>
              {row.tasks.map((task) => (
                <li key={task.number}>
                  <a href={paths.task(community, task)}>{task.title}</a>: {task.left}
                </li>
              ))}
            </ul>
          )}
        </Section>
      ) : null}
      {goesOn ? (
        <Section
          title={row.hoursWait ? "Hours both have when the sprint begins" : "Hours both have this week"}
          id="hours"
          level={3}
        >
          {row.hours.length === 0 ? (
            <p>None in {daysInWords(row.hoursWait)}. Agree on a time, and write it into a check-in.</p>
          ) : (
            <ul>
              {row.hours.map(({ from, until }) => (
                <li key={from.toISOString()}>
                  <OneStretch from={from} until={until} theirZone={row.theirZone} readerZone={readerZone} />
                </li>
              ))}
            </ul>
          )}
        </Section>
      ) : null}
      {reasons.length === 0 ? null : (
        <Section title="Why you two" id="why" level={3}>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Section>
      )}
      {goesOn ? (
        <Kept summary="End this pair" typed={typedFor(page, paths.pairEnding(community, row.id))}>
          {(typed) => <EndPairForm community={community} pairId={row.id} typed={typed} />}
        </Kept>
      ) : null}
    </>
  );
}

function LockIns({ page }: { page: Page }) {
  const { community, row, part, ending, readerZone, zone, lockIns } = page;
  const goesOn = ending === null;
  if (lockIns.length === 0 && (!goesOn || part === "organizer")) return null;
  return (
    <Section title="Lock-ins" id="lock-ins">
      <Stack>
        {lockIns.length === 0 ? (
          <p>An hour or two in which you do one thing to the end.</p>
        ) : (
          <BlockList
            blocks={lockIns}
            zone={zone}
            readerZone={readerZone}
            tools={({ id }) =>
              lockIns.some((lockIn) => lockIn.id === id && lockIn.comes) ? (
                <LockInTools community={community} pairId={row.id} lockInId={id} />
              ) : null
            }
          />
        )}
        {goesOn && part !== "organizer" ? (
          <Kept summary="Book a lock-in" typed={typedFor(page, paths.lockIns(community, row.id))}>
            {(typed) => (
              <Narrow>
                <LockInForm community={community} pairId={row.id} zone={zone} typed={typed} />
              </Narrow>
            )}
          </Kept>
        ) : null}
      </Stack>
    </Section>
  );
}

type KeptProps = {
  summary: string;
  typed: Record<string, string> | undefined;
  children: (typed: Record<string, string> | undefined) => JSX.Element;
};

/** A form behind a press; open when something had been typed into it. */
const Kept = ({ summary, typed, children }: KeptProps) => (
  <Disclosure summary={summary} open={typed !== undefined}>
    {children(typed)}
  </Disclosure>
);
