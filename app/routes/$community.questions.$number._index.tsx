import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findQuestion } from "../../db/queries/questions.server";
import { visit } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { toHtml } from "../bridges/markdown.server";
import { Badge } from "../components/badge";
import { Narrow } from "../components/columns";
import { DecideForm } from "../components/decide-form";
import { DefinitionList } from "../components/definition-list";
import { PageHeader } from "../components/page-header";
import { Prose } from "../components/prose";
import { Section } from "../components/section";
import { Time } from "../components/time";
import { notFound } from "../http/answers";
import { readId } from "../http/fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.question.title} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, viewer } = await visit(context, params.community);
  const number = readId(params.number) ?? notFound("question");
  const question = (await findQuestion(context.db, community.id, number)) ?? notFound("question");
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    typed: kept?.typed,
    zone: viewer?.timeZone ?? "UTC",
    question: {
      ...question,
      notes: toHtml(question.notes),
      answer: question.answer === null ? null : toHtml(question.answer),
      reason: toHtml(question.reason ?? ""),
      rejected: toHtml(question.rejected ?? ""),
    },
  };
}

export default function QuestionPage() {
  const { community, zone, question, typed } = useLoaderData<typeof loader>();
  const html = (text: string) => (text ? <Prose html={text} /> : undefined);
  return (
    <>
      <PageHeader
        where={[
          { href: paths.community(community), label: community.name },
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, { slug: question.themeSlug }), label: question.themeTitle },
        ]}
        title={question.title}
        state={
          question.answer === null ? (
            <Badge tone="sun" shape="question">
              Open
            </Badge>
          ) : (
            <Badge tone="sea" shape="check">
              Decided
            </Badge>
          )
        }
        lede={
          question.answer === null
            ? question.owner
              ? `${question.owner} finds out.`
              : "Nobody is finding out yet."
            : undefined
        }
      />
      {question.notes ? <Prose html={question.notes} /> : null}
      {question.answer === null ? null : (
        <Section title="The decision" id="decision">
          <DefinitionList
            definitions={[
              { term: "Answer", said: html(question.answer) },
              { term: "Why", said: html(question.reason), missing: "No reason was written down." },
              { term: "Rejected", said: html(question.rejected), missing: "Nothing else was written down." },
              {
                term: "Decided",
                said: question.decidedAt ? (
                  <>
                    {question.decidedBy ? `by ${question.decidedBy}, ` : null}
                    <Time at={question.decidedAt.toISOString()} zone={zone} form="date" year />
                  </>
                ) : undefined,
              },
            ]}
          />
        </Section>
      )}
      {question.waiting.length === 0 ? null : (
        <Section
          title={question.answer === null ? "Tasks that wait for this" : "Tasks that waited for this"}
          id="waiting"
        >
          <ul>
            {question.waiting.map((task) => (
              <li key={task.number}>
                <a href={paths.task(community, task)}>{task.title}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {question.answer === null && community.role === "organizer" ? (
        <Section title="Put the decision on record" id="decide">
          <Narrow>
            <DecideForm action={paths.decision(community, question)} typed={typed} />
          </Narrow>
        </Section>
      ) : null}
    </>
  );
}
