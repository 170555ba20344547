import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { findThemePage } from "../../db/queries/theme-page.server";
import { visit } from "../auth/community.server";
import { guidanceFor } from "../auth/guidance.server";
import { restoreForm } from "../auth/kept-forms.server";
import { toHtml } from "../bridges/markdown.server";
import { Board } from "../components/board";
import { groupsIn, listsOf, postOf, type TaskGroup, TaskGroups } from "../components/board-tasks";
import type { BoardList } from "../components/board-words";
import { ButtonLink } from "../components/button";
import { Columns } from "../components/columns";
import { peopleOptions } from "../components/form-state";
import { QuestionLineTools, QuestionTools, ThemeTools } from "../components/organizer-tools";
import { PageHeader } from "../components/page-header";
import { Prose } from "../components/prose";
import { QuestionItem, QuestionList } from "../components/question-list";
import { Section } from "../components/section";
import { ThemeGuidance } from "../components/theme-guidance";
import { Time } from "../components/time";
import { applyMove, type Move } from "../domain/roadmap/ordering";
import { isFree, type PlainRow, plainRow, taskRow } from "../domain/tasks/row";
import { gone, notFound } from "../http/answers";
import { fromColumns, inColumns } from "../http/in-columns";
import { MoveNews, useMoves, usePendingMoves } from "../http/moves";
import { paths } from "../paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.theme.title} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, viewer } = await visit(context, params.community);
  const withMembers = community.role === "organizer";
  const found = await findThemePage(context.db, community.id, params.theme ?? "", { withMembers });
  const { theme, tasks, members } = found ?? notFound("theme");
  if (theme.deletedAt) {
    gone(`${theme.deletedBy ?? "An organizer"} took the theme “${theme.title}” off the roadmap.`, {
      href: paths.roadmap(community),
      label: "Read the roadmap",
    });
  }
  const rows = tasks.map((task) => taskRow(task, community.now));
  const free = rows.filter(isFree).length;
  const open = rows.filter((row) => row.standing.is !== "finished").length;
  const rowsIn = (pillarId: number | null) => inColumns(rows.filter((row) => row.pillarId === pillarId).map(plainRow));
  const { id, slug, title, state } = theme;
  const worked = state === "parked" || state === "done" ? [] : [{ id, slug, title, open, ready: free }];
  return {
    gauge: (await guidanceFor(context, community, worked)).themes[0],
    community: { slug: community.slug, name: community.name, role: community.role },
    viewer: viewer && { id: viewer.id, timeZone: viewer.timeZone },
    theme: { ...theme, why: toHtml(theme.why) },
    kept: await restoreForm(context, request),
    members: peopleOptions(members),
    groups: [
      { pillar: null, intro: "", rows: rowsIn(null) },
      ...theme.pillars.map((pillar) => ({
        pillar,
        intro: toHtml(pillar.intro),
        rows: rowsIn(pillar.id),
      })),
    ],
    free,
    held: rows.filter((row) => row.standing.is === "held").length,
    finished: rows.filter((row) => row.standing.is === "finished").length,
  };
}

export default function ThemePage() {
  const { gauge, community, viewer, theme, kept, members, free, held, finished } = useLoaderData<typeof loader>();
  const groups = useGroups();
  const organizing = community.role === "organizer";
  const open = theme.questions.filter((question) => question.decision === null).length;
  return (
    <>
      <PageHeader
        where={[
          { href: paths.community(community), label: community.name },
          { href: paths.roadmap(community), label: `Roadmap, ${theme.place} of ${theme.of}` },
        ]}
        title={theme.title}
        facts={[
          { value: free, label: free === 1 ? "task ready and free" : "tasks ready and free" },
          { value: held, label: "held" },
          { value: finished, label: "finished" },
          { value: open, label: open === 1 ? "open question" : "open questions" },
          {
            value: theme.champion ?? "Nobody",
            label: theme.champion ? "is its champion" : "is its champion yet",
            href: viewer ? paths.champion(community, theme) : undefined,
          },
        ]}
        actions={
          organizing ? (
            <ThemeTools community={community} theme={theme} kept={kept} />
          ) : (
            <ButtonLink tone="go" href={paths.tasks(community)}>
              Find a task
            </ButtonLink>
          )
        }
        note={
          theme.hasWaits ? <a href={paths.themeDependencies(community, theme)}>See what waits for what</a> : undefined
        }
      />
      <Columns
        besideLabel="Questions and decisions"
        beside={
          <>
            <ThemeGuidance community={community} gauge={gauge} />
            <Section title="Questions and decisions" id="questions" level={3}>
              {theme.questions.length === 0 ? <p>No question has been written down.</p> : null}
              <QuestionList>
                {theme.questions.map((question) => (
                  <QuestionItem
                    key={question.id}
                    id={`question-${question.number}`}
                    owner={question.owner}
                    actions={organizing ? <QuestionLineTools community={community} question={question} /> : undefined}
                    decision={
                      question.decision && {
                        said: question.decision.answer,
                        by: question.decision.decidedBy,
                        on: <Time at={question.decision.decidedAt} zone={viewer?.timeZone ?? "UTC"} form="date" year />,
                        href: paths.decision(community, question.decision),
                      }
                    }
                  >
                    <a href={paths.question(community, question)}>{question.title}</a>
                  </QuestionItem>
                ))}
              </QuestionList>
              {organizing ? <QuestionTools community={community} theme={theme} members={members} kept={kept} /> : null}
            </Section>
          </>
        }
      >
        <Section title="Why" id="why">
          {theme.why ? <Prose html={theme.why} /> : <p>Nobody has written down yet why this matters.</p>}
        </Section>
        {organizing ? (
          <ThemeBoard groups={groups} />
        ) : (
          <TaskGroups {...{ community, theme, groups, viewer, organizing }} />
        )}
        {groups.every(({ pillar, rows }) => pillar === null && rows.length === 0) && !organizing ? (
          <Section title="Tasks" id="tasks">
            <p>
              This theme has not been split into tasks yet.{" "}
              <a href={paths.tasks(community)}>Other themes have tasks that are ready.</a>
            </p>
          </Section>
        ) : null}
      </Columns>
    </>
  );
}

/** The pillars with their tasks, as the page was sent them. */
function useGroups(): TaskGroup[] {
  const { groups } = useLoaderData<typeof loader>();
  return useMemo(() => groups.map((group) => ({ ...group, rows: fromColumns<PlainRow>(group.rows) })), [groups]);
}

/** The tasks as an organizer has them: what is moved shows at once where it goes, and goes back if it could not. */
function ThemeBoard({ groups }: { groups: readonly TaskGroup[] }) {
  const { community, viewer, theme } = useLoaderData<typeof loader>();
  const { sent, send } = useMoves();
  const still = useMemo(() => listsOf(theme, groups), [theme, groups]);
  const lists = usePendingMoves().reduce<readonly BoardList[]>(applyMove, still);
  const move = (made: Move) => {
    const { action, fields } = postOf(made, community, theme);
    send(made, action, fields);
  };
  return (
    <Board id={`theme-${theme.id}`} lists={lists} onMove={move} news={<MoveNews sent={sent} />}>
      <TaskGroups
        community={community}
        theme={theme}
        groups={lists === still ? groups : groupsIn(groups, lists)}
        viewer={viewer}
        organizing
      />
    </Board>
  );
}
