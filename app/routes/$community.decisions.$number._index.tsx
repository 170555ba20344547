import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visit } from "../auth/community.server";
import { decisionAt } from "../auth/roadmap.server";
import { toHtml } from "../bridges/markdown.server";
import { Badge } from "../components/badge";
import { ButtonLink } from "../components/button";
import { DecisionRecord } from "../components/decision-record";
import { PageHeader } from "../components/page-header";
import { Time } from "../components/time";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Decision ${data?.decision.number}: ${data?.decision.question} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { community, viewer } = await visit(context, params.community);
  const { id, questionId, deletedAt, ...decision } = await decisionAt(context, community, params.number);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    zone: viewer?.timeZone ?? "UTC",
    decision: {
      ...decision,
      answer: toHtml(decision.answer),
      reason: toHtml(decision.reason),
      rejected: toHtml(decision.rejected),
    },
  };
}

export default function DecisionPage() {
  const { community, zone, decision } = useLoaderData<typeof loader>();
  const { revises, revisedIn, revisedBy, revisedAt } = decision;
  const later = revisedIn === null ? null : { number: revisedIn };
  return (
    <>
      <PageHeader
        where={[
          { href: paths.community(community), label: community.name },
          { href: paths.decisions(community), label: "Decisions" },
          { href: paths.theme(community, { slug: decision.themeSlug }), label: decision.theme },
        ]}
        title={`Decision ${decision.number}`}
        state={
          later ? (
            <Badge tone="plain">Revised</Badge>
          ) : (
            <Badge tone="sea" shape="check">
              It stands
            </Badge>
          )
        }
        lede={<a href={paths.question(community, { number: decision.questionNumber })}>{decision.question}</a>}
        actions={
          later ? (
            <ButtonLink href={paths.decision(community, later)}>Read decision {later.number}, which stands</ButtonLink>
          ) : community.role === "organizer" ? (
            <ButtonLink tone="quiet" href={paths.decisionRevision(community, decision)}>
              Revise it
            </ButtonLink>
          ) : undefined
        }
        note={
          revisedAt ? (
            <>
              {revisedBy ?? "Somebody"} put another answer on record on{" "}
              <Time at={revisedAt.toISOString()} zone={zone} form="date" year />. What follows no longer holds.
            </>
          ) : undefined
        }
      />
      <DecisionRecord decision={decision} zone={zone} />
      {revises === null ? null : (
        <p>
          It took the place of <a href={paths.decision(community, { number: revises })}>decision {revises}</a>, which
          stays on record.
        </p>
      )}
    </>
  );
}
