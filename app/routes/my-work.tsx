import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listClaimsOfPerson } from "../../db/queries/claims.server";
import { listCommunities } from "../../db/queries/communities.server";
import { listOffersToAnswer } from "../../db/queries/open-offers.server";
import { listPairsOfPerson } from "../../db/queries/pair-tracking.server";
import { listHeldPreparations } from "../../db/queries/preparations.server";
import { requirePerson } from "../auth/require-person.server";
import { Badge } from "../components/badge";
import { ButtonLink } from "../components/button";
import { OfferToAnswer } from "../components/champion-forms";
import { Stack } from "../components/columns";
import { EmptyState } from "../components/empty-state";
import { PageHeader } from "../components/page-header";
import { AcceptForm } from "../components/pair-answer";
import { PairLine, PairList } from "../components/pair-list";
import { Section } from "../components/section";
import { TaskList, TaskRow } from "../components/task-list";
import { Time } from "../components/time";
import { timeLeft } from "../domain/claims/clock";
import { isAsked } from "../domain/pairs/answers";
import { byUrgency } from "../domain/pairs/health";
import { pairRow } from "../domain/pairs/row";
import { preparationVerbs } from "../domain/preparations/said";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "My work · Portolan" }];

const endedWords = {
  released: "Handed back",
  finished: "Finished",
  expired: "Time ran out",
  removed: "Freed by an organizer",
};

export async function loader({ context, request }: LoaderFunctionArgs) {
  const person = await requirePerson(context, request);
  const [claims, communities, pairs, offers, preparing] = await Promise.all([
    listClaimsOfPerson(context.db, person.id),
    listCommunities(context.db),
    listPairsOfPerson(context.db, person.id),
    listOffersToAnswer(context.db, person.id),
    listHeldPreparations(context.db, person.id),
  ]);
  const now = pairs[0]?.now ?? new Date(0);
  const rows = claims.map((claim) => ({
    href: paths.task({ slug: claim.communitySlug }, claim),
    title: claim.title,
    meta: [
      claim.communityName,
      claim.themeTitle,
      claim.mentorName ? `Ask ${claim.mentorName}` : "Nobody is named to ask yet",
    ],
    holds: claim.holds,
    left: timeLeft(claim.expiresAt, claim.now),
    until: claim.expiresAt,
    ended: claim.holds ? null : endedWords[claim.reason ?? "expired"],
    at: claim.endedAt ?? claim.expiresAt,
  }));
  return {
    zone: person.timeZone,
    held: rows.filter(({ holds }) => holds),
    before: rows.filter(({ holds }) => !holds),
    communities,
    offers,
    preparing: preparing.map(({ id, kind, title, theme, community, expiresAt }) => ({
      href: paths.preparation(community, id),
      title: `${preparationVerbs[kind]} ${title}`,
      meta: [community.name, theme.title],
      left: timeLeft(expiresAt, community.now),
    })),
    now,
    pairs: byUrgency(pairs, now).map(({ pair }) => {
      const part = pair.mentor.personId === person.id ? ("mentor" as const) : ("newcomer" as const);
      return { community: pair.community, part, row: pairRow(pair, part, person.id, now), asked: isAsked(pair, part) };
    }),
  };
}

export default function MyWorkPage() {
  const { zone, held, before, communities, offers, preparing, pairs, now } = useLoaderData<typeof loader>();
  const [only] = communities;
  return (
    <>
      <PageHeader title="My work" lede={held.length === 0 ? undefined : "What you hold now, the most urgent first."} />
      <Section title="Yours now" id="now">
        {held.length === 0 ? (
          <EmptyState
            action={
              only ? (
                <ButtonLink tone="go" href={communities.length === 1 ? paths.tasks(only) : paths.home()}>
                  Find a task
                </ButtonLink>
              ) : undefined
            }
          >
            You hold no task at the moment.
          </EmptyState>
        ) : (
          <TaskList>
            {held.map((row) => (
              <TaskRow
                key={row.href}
                href={row.href}
                title={row.title}
                meta={row.meta}
                state={<Badge tone="plain" shape="half">{`${row.left}`}</Badge>}
                hint={
                  <>
                    Yours until <Time at={row.until.toISOString()} zone={zone} form="moment" />
                  </>
                }
              />
            ))}
          </TaskList>
        )}
      </Section>
      {preparing.length === 0 ? null : (
        <Section title="You prepare" id="preparing">
          <TaskList>
            {preparing.map(({ left, ...row }) => (
              <TaskRow
                key={row.href}
                {...row}
                state={
                  <Badge tone="plain" shape="half">
                    {left}
                  </Badge>
                }
              />
            ))}
          </TaskList>
        </Section>
      )}
      {offers.length === 0 ? null : (
        <Section title="Waiting for your answer" id="offers">
          <Stack>
            {offers.map(({ id, community, theme, ...offer }) => (
              <OfferToAnswer key={id} community={community} theme={theme} offer={{ id, ...offer }} />
            ))}
          </Stack>
        </Section>
      )}
      {pairs.length === 0 ? null : (
        <Section title="Your pairs" id="pairs" lede="The most urgent first.">
          <PairList>
            {pairs.map(({ community, part, row, asked }) => (
              <PairLine
                key={`${community.slug} ${row.id}`}
                community={community}
                row={row}
                readerZone={zone}
                now={now}
                where={
                  asked
                    ? askedWords(row, community)
                    : part === "mentor"
                      ? `You mentor them at ${row.sprint.name}, ${community.name}`
                      : `Your mentor at ${row.sprint.name}, ${community.name}`
                }
                action={
                  asked ? (
                    <AcceptForm community={community} pairId={row.id} other={row.title} />
                  ) : (
                    <ButtonLink href={`${paths.pair(community, row.id)}#check-in`}>
                      {part === "mentor" ? row.step : "Check in"}
                    </ButtonLink>
                  )
                }
              />
            ))}
          </PairList>
          {mentoringAt(pairs).map(({ community, sprint }) => (
            <p key={`${community.slug} ${sprint.slug}`}>
              <a href={paths.mentoring(community, sprint)}>Who needs you at {sprint.name}</a>
            </p>
          ))}
        </Section>
      )}
      {before.length === 0 ? null : (
        <Section title="Before" id="before">
          <TaskList>
            {before.map((row) => (
              <TaskRow
                key={`${row.href} ${row.at.toISOString()}`}
                href={row.href}
                title={row.title}
                meta={[
                  ...row.meta.slice(0, 2),
                  <Time key="at" at={row.at.toISOString()} zone={zone} form="date" year />,
                ]}
                state={<Badge tone={row.ended === "Finished" ? "sea" : "plain"}>{row.ended}</Badge>}
              />
            ))}
          </TaskList>
        </Section>
      )}
    </>
  );
}

type Pairs = ReturnType<typeof useLoaderData<typeof loader>>["pairs"];

const askedWords = ({ sprint }: { sprint: { name: string } }, community: { name: string }) =>
  `You are asked whether this suits you, at ${sprint.name}, ${community.name}`;

/** The sprints at which somebody mentors, each once. */
const mentoringAt = (pairs: Pairs) => [
  ...new Map(
    pairs
      .filter(({ part }) => part === "mentor")
      .map(
        ({ community, row }) => [`${community.slug} ${row.sprint.slug}`, { community, sprint: row.sprint }] as const,
      ),
  ).values(),
];
