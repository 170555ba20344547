import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDecisionsOn } from "../../db/queries/decisions.server";
import { listFindingsOn } from "../../db/queries/findings.server";
import { visit } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { questionAt } from "../auth/roadmap.server";
import { toHtml } from "../bridges/markdown.server";
import { ButtonLink } from "../components/button";
import { Narrow } from "../components/columns";
import { DecideForm } from "../components/decide-form";
import { DecisionRecord } from "../components/decision-record";
import { EarlierDecisions } from "../components/earlier-decisions";
import { FindingsList } from "../components/findings-list";
import { PageHeader } from "../components/page-header";
import { Prose } from "../components/prose";
import { QuestionBadge } from "../components/question-badge";
import { QuestionOwner } from "../components/question-owner";
import { Section } from "../components/section";
import { ownerWords, questionState } from "../domain/roadmap/questions";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.question.title} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, viewer } = await visit(context, params.community);
  const question = await questionAt(context, community, params.number);
  const [decisions, findings, kept] = await Promise.all([
    question.decided ? listDecisionsOn(context.db, community.id, question.id) : [],
    listFindingsOn(context.db, community.id, question.id),
    restoreForm(context, request),
  ]);
  const [stands, ...earlier] = decisions;
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    viewer: viewer && { id: viewer.id },
    typed: kept?.typed,
    zone: viewer?.timeZone ?? "UTC",
    question: { ...question, notes: toHtml(question.notes) },
    decision: stands && {
      number: stands.number,
      answer: toHtml(stands.answer),
      reason: toHtml(stands.reason),
      rejected: toHtml(stands.rejected),
      decidedBy: stands.decidedBy,
      decidedAt: stands.decidedAt,
    },
    earlier: earlier.map(({ number, answer, decidedBy, decidedAt }) => ({ number, answer, decidedBy, decidedAt })),
    findings: findings.map(({ number, title, text, by, at }) => ({
      task: { number, title },
      text: toHtml(text),
      by,
      at,
    })),
  };
}

export default function QuestionPage() {
  const { community, viewer, zone, question, decision, earlier, findings, typed } = useLoaderData<typeof loader>();
  const organizing = community.role === "organizer";
  return (
    <>
      <PageHeader
        where={[
          { href: paths.community(community), label: community.name },
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, { slug: question.themeSlug }), label: question.themeTitle },
        ]}
        title={question.title}
        state={<QuestionBadge state={questionState(question)} />}
        lede={decision ? undefined : ownerWords(question.owner)}
        actions={
          <>
            {decision ? (
              <ButtonLink href={paths.decision(community, decision)}>Decision {decision.number}</ButtonLink>
            ) : (
              <QuestionOwner
                community={community}
                question={question}
                viewerId={viewer?.id ?? null}
                organizing={organizing}
              />
            )}
            {organizing ? (
              <ButtonLink tone="quiet" href={paths.questionEdit(community, question)}>
                Edit the question
              </ButtonLink>
            ) : null}
          </>
        }
      />
      {question.notes ? <Prose html={question.notes} /> : null}
      {decision ? (
        <Section
          title="The decision"
          id="decision"
          action={organizing ? <a href={paths.decisionRevision(community, decision)}>Revise it</a> : undefined}
        >
          <DecisionRecord decision={decision} zone={zone} />
        </Section>
      ) : null}
      {findings.length > 0 ? (
        <Section title="What was found" id="findings">
          <FindingsList findings={findings} href={(task) => paths.task(community, task)} zone={zone} />
        </Section>
      ) : null}
      {question.waiting.length === 0 ? null : (
        <Section title={decision ? "Tasks that waited for this" : "Tasks that wait for this"} id="waiting">
          <ul>
            {question.waiting.map((task) => (
              <li key={task.number}>
                <a href={paths.task(community, task)}>{task.title}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <EarlierDecisions decisions={earlier} href={(one) => paths.decision(community, one)} zone={zone} />
      {decision === undefined && organizing ? (
        <Section title="Put the decision on record" id="decide">
          <Narrow>
            <DecideForm action={paths.answer(community, question)} typed={typed} />
          </Narrow>
        </Section>
      ) : null}
    </>
  );
}
