import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countFreeTasks } from "../../db/queries/free-tasks.server";
import { countThemes, listThemes, placeOfTheme, type RoadmapTheme } from "../../db/queries/themes.server";
import { visit } from "../auth/community.server";
import { toHtml } from "../bridges/markdown.server";
import { Badge } from "../components/badge";
import { Board } from "../components/board";
import { BoardEnd, BoardItem } from "../components/board-item";
import type { BoardPlace } from "../components/board-place";
import type { BoardList } from "../components/board-words";
import { ButtonLink } from "../components/button";
import { EmptyState } from "../components/empty-state";
import { ThemeRowTools } from "../components/organizer-tools";
import { PageHeader } from "../components/page-header";
import { Pagination } from "../components/pagination";
import { Prose } from "../components/prose";
import { Section } from "../components/section";
import { ThemeList, ThemeRow } from "../components/theme-list";
import { limits } from "../domain/limits";
import { firstSentence } from "../domain/roadmap/first-sentence";
import { applyMove, type Move } from "../domain/roadmap/ordering";
import { MoveNews, useMoves, usePendingMoves } from "../http/moves";
import { pageNumber } from "../http/page-number";
import { paths } from "../paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Roadmap · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await visit(context, params.community);
  const url = new URL(request.url);
  const at = url.searchParams.get("theme");
  const [of, ready, place] = await Promise.all([
    countThemes(context.db, community.id),
    countFreeTasks(context.db, community.id),
    at === null ? 0 : placeOfTheme(context.db, community.id, at),
  ]);
  const pages = Math.max(1, Math.ceil(of / limits.themesOnPage));
  const page = place > 0 ? Math.ceil(place / limits.themesOnPage) : Math.min(pageNumber(url), pages);
  const offset = (page - 1) * limits.themesOnPage;
  // One more, which is what stands behind the last of this page.
  const found = await listThemes(context.db, community.id, { limit: limits.themesOnPage + 1, offset });
  const themes = found.slice(0, limits.themesOnPage);
  return {
    of,
    ready,
    page,
    pages,
    offset,
    next: found[limits.themesOnPage]?.slug ?? null,
    community,
    intro: toHtml(community.roadmapIntro),
    themes: themes.map((theme) => ({ ...theme, why: firstSentence(theme.why) })),
  };
}

export default function RoadmapPage() {
  const { community, intro, of, ready, page, pages } = useLoaderData<typeof loader>();
  const organizing = community.role === "organizer";
  return (
    <>
      <PageHeader
        where={[{ href: paths.community(community), label: community.name }]}
        title={community.roadmapTitle || "Roadmap"}
        facts={[
          { value: of, label: of === 1 ? "theme" : "themes" },
          {
            value: ready,
            label: ready === 1 ? "task ready and free" : "tasks ready and free",
            href: paths.tasks(community),
          },
          ...(of === 0
            ? []
            : [{ value: "Guidance", label: "where it is missing", href: paths.roadmapGuidance(community) }]),
        ]}
        actions={
          organizing ? (
            <>
              <ButtonLink tone={of === 0 ? "go" : "plain"} href={paths.roadmapImport(community)}>
                Bring in a roadmap
              </ButtonLink>
              <ButtonLink tone="quiet" href={paths.newTheme(community)}>
                Add a theme
              </ButtonLink>
              <Decisions community={community} />
            </>
          ) : of === 0 ? undefined : (
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
        {of === 0 ? (
          <EmptyState>
            {organizing
              ? "Nothing is on the roadmap yet. Bring in what you have, as it is written, and correct it afterwards."
              : "Nothing is on the roadmap yet. Come back after the community's next meeting."}
          </EmptyState>
        ) : (
          <Themes />
        )}
        <Pagination page={page} pages={pages} label="Themes" href={(to) => `${paths.roadmap(community)}?page=${to}`} />
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
  const { community, themes, offset, next } = useLoaderData<typeof loader>();
  const { sent, send } = useMoves();
  const shown = { id: "roadmap", kind: "theme", title: "the roadmap", items: themes.map(boardItem) };
  const lists = usePendingMoves().reduce<readonly BoardList[]>(applyMove, [shown]);
  if (community.role !== "organizer") {
    return <ThemeList>{themes.map((theme, index) => themeRow(community, theme, offset + index + 1))}</ThemeList>;
  }
  const move = (made: Move) => {
    const action = paths.themePosition(community, { slug: slugIn(made.id) });
    send(made, action, { before: made.before === null ? (next ?? "") : slugIn(made.before), seen: community.rev });
  };
  const ordered = lists[0]?.items.flatMap(({ id }) => themes.find((theme) => boardItem(theme).id === id) ?? []) ?? [];
  return (
    <Board id="roadmap" lists={lists} onMove={move} news={<MoveNews sent={sent} />}>
      <ThemeList>
        {ordered.map((theme, index) => (
          <BoardItem key={theme.slug} id={boardItem(theme).id}>
            {(place) => themeRow(community, theme, offset + index + 1, place)}
          </BoardItem>
        ))}
      </ThemeList>
      <BoardEnd list="roadmap" />
    </Board>
  );
}

const boardItem = ({ slug, title }: { slug: string; title: string }) => ({ id: `theme-${slug}`, title });
const slugIn = (id: string) => id.slice("theme-".length);

const themeRow = (community: { slug: string }, theme: RoadmapTheme, number: number, place?: BoardPlace) => (
  <ThemeRow
    key={theme.slug}
    id={`theme-${theme.slug}`}
    href={paths.theme(community, theme)}
    title={theme.title}
    why={theme.why}
    state={<ThemeBadge theme={theme} />}
    meta={figures(theme)}
    actions={place ? <ThemeRowTools community={community} theme={theme} /> : undefined}
    number={number}
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
