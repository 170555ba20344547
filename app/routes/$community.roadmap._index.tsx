import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listThemes, type RoadmapTheme } from "../../db/queries/themes.server";
import { visit } from "../auth/community.server";
import { toHtml } from "../bridges/markdown.server";
import { Badge } from "../components/badge";
import { Board, BoardEnd, BoardItem } from "../components/board";
import type { BoardPlace } from "../components/board-place";
import type { BoardList } from "../components/board-words";
import { ButtonLink } from "../components/button";
import { EmptyState } from "../components/empty-state";
import { ThemeRowTools } from "../components/organizer-tools";
import { PageHeader } from "../components/page-header";
import { Prose } from "../components/prose";
import { Section } from "../components/section";
import { ThemeList, ThemeRow } from "../components/theme-list";
import { firstSentence } from "../domain/roadmap/first-sentence";
import { applyMove, type Move } from "../domain/roadmap/ordering";
import { MoveNews, useMoves, usePendingMoves } from "../http/moves";
import { paths } from "../paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Roadmap · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { community } = await visit(context, params.community);
  const themes = await listThemes(context.db, community.id);
  return {
    community,
    intro: toHtml(community.roadmapIntro),
    themes: themes.map((theme) => ({ ...theme, why: firstSentence(theme.why) })),
  };
}

export default function RoadmapPage() {
  const { community, intro, themes } = useLoaderData<typeof loader>();
  const organizing = community.role === "organizer";
  const ready = themes.reduce((sum, theme) => sum + theme.ready, 0);
  return (
    <>
      <PageHeader
        where={[{ href: paths.community(community), label: community.name }]}
        title={community.roadmapTitle || "Roadmap"}
        facts={[
          { value: themes.length, label: themes.length === 1 ? "theme" : "themes" },
          {
            value: ready,
            label: ready === 1 ? "task ready and free" : "tasks ready and free",
            href: paths.tasks(community),
          },
        ]}
        actions={
          organizing ? (
            <>
              <ButtonLink tone={themes.length === 0 ? "go" : "plain"} href={paths.roadmapImport(community)}>
                Bring in a roadmap
              </ButtonLink>
              <ButtonLink tone="quiet" href={paths.newTheme(community)}>
                Add a theme
              </ButtonLink>
              <Decisions community={community} />
            </>
          ) : themes.length === 0 ? undefined : (
            <>
              <ButtonLink tone="go" href={paths.tasks(community)}>
                Find a task
              </ButtonLink>
              <Decisions community={community} />
            </>
          )
        }
      />
      {intro ? (
        <Section title="How it came about" id="intro" level={3}>
          <Prose html={intro} />
        </Section>
      ) : null}
      <Section title="Themes" id="themes">
        {themes.length === 0 ? (
          <EmptyState>
            {organizing
              ? "Nothing is on the roadmap yet. Bring in what you have, as it is written, and correct it afterwards."
              : "Nothing is on the roadmap yet. Come back after the community's next meeting."}
          </EmptyState>
        ) : (
          <Themes />
        )}
      </Section>
    </>
  );
}

const Decisions = ({ community }: { community: { slug: string } }) => (
  <ButtonLink tone="quiet" href={paths.decisions(community)}>
    What was decided
  </ButtonLink>
);

/** The themes; an organizer can put them in order by hand. */
function Themes() {
  const { community, themes } = useLoaderData<typeof loader>();
  const { sent, send } = useMoves();
  const shown = { id: "roadmap", kind: "theme", title: "the roadmap", items: themes.map(boardItem) };
  const lists = usePendingMoves().reduce<readonly BoardList[]>(applyMove, [shown]);
  if (community.role !== "organizer") {
    return <ThemeList>{themes.map((theme) => themeRow(community, theme))}</ThemeList>;
  }
  const move = (made: Move) => {
    const action = paths.themePosition(community, { slug: slugIn(made.id) });
    send(made, action, { before: made.before === null ? "" : slugIn(made.before), seen: community.rev });
  };
  const ordered = lists[0]?.items.flatMap(({ id }) => themes.find((theme) => boardItem(theme).id === id) ?? []) ?? [];
  return (
    <Board id="roadmap" lists={lists} onMove={move} news={<MoveNews sent={sent} />}>
      <ThemeList>
        {ordered.map((theme) => (
          <BoardItem key={theme.slug} id={boardItem(theme).id}>
            {(place) => themeRow(community, theme, place)}
          </BoardItem>
        ))}
      </ThemeList>
      <BoardEnd list="roadmap" />
    </Board>
  );
}

const boardItem = ({ slug, title }: { slug: string; title: string }) => ({ id: `theme-${slug}`, title });
const slugIn = (id: string) => id.slice("theme-".length);

const themeRow = (community: { slug: string }, theme: RoadmapTheme, place?: BoardPlace) => (
  <ThemeRow
    key={theme.slug}
    id={`theme-${theme.slug}`}
    href={paths.theme(community, theme)}
    title={theme.title}
    why={theme.why}
    state={<ThemeBadge theme={theme} />}
    meta={figures(theme)}
    actions={place ? <ThemeRowTools community={community} theme={theme} /> : undefined}
    place={place}
  />
);

const counted = (count: number, one: string, many: string) =>
  count === 0 ? null : `${count} ${count === 1 ? one : many}`;

const figures = (theme: RoadmapTheme) =>
  [
    counted(theme.tasks, "task", "tasks"),
    counted(theme.held, "held", "held"),
    counted(theme.finished, "finished", "finished"),
    counted(theme.openQuestions, "open question", "open questions"),
    theme.champion ? `Champion: ${theme.champion}` : null,
  ].filter((part) => part !== null);

function ThemeBadge({ theme }: { theme: RoadmapTheme }) {
  if (theme.state === "parked") return <Badge tone="plain">Parked</Badge>;
  if (theme.state === "done") {
    return (
      <Badge tone="sea" shape="check">
        Done
      </Badge>
    );
  }
  if (theme.ready > 0) return <Badge tone="sea">{theme.ready} ready</Badge>;
  if (theme.tasks === 0) return <Badge tone="plain">{theme.state === "idea" ? "An idea" : "Not split yet"}</Badge>;
  return <Badge tone="sun">Nothing ready yet</Badge>;
}
