import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listClaimsOfPerson } from "../../db/queries/claims.server";
import { listCommunities } from "../../db/queries/communities.server";
import { requirePerson } from "../auth/require-person.server";
import { Badge } from "../components/badge";
import { ButtonLink } from "../components/button";
import { EmptyState } from "../components/empty-state";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { TaskList, TaskRow } from "../components/task-list";
import { Time } from "../components/time";
import { timeLeft } from "../domain/claims/clock";
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
  const [claims, communities] = await Promise.all([
    listClaimsOfPerson(context.db, person.id),
    listCommunities(context.db),
  ]);
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
  };
}

export default function MyWorkPage() {
  const { zone, held, before, communities } = useLoaderData<typeof loader>();
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
