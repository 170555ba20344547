import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listThemes, type RoadmapTheme } from "../../db/queries/themes.server";
import { visit } from "../auth/community.server";
import { toHtml } from "../bridges/markdown.server";
import { Badge } from "../components/badge";
import { ButtonLink } from "../components/button";
import { EmptyState } from "../components/empty-state";
import { MoveButtons } from "../components/move-buttons";
import { PageHeader } from "../components/page-header";
import { Prose } from "../components/prose";
import { Section } from "../components/section";
import { ThemeList, ThemeRow } from "../components/theme-list";
import { firstSentence } from "../domain/roadmap/first-sentence";
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
          <ThemeList>
            {themes.map((theme) => (
              <ThemeRow
                key={theme.slug}
                id={`theme-${theme.slug}`}
                href={paths.theme(community, theme)}
                title={theme.title}
                why={theme.why}
                state={<ThemeBadge theme={theme} />}
                meta={figures(theme)}
                actions={
                  organizing ? (
                    <MoveButtons action={paths.themePosition(community, theme)} title={theme.title} />
                  ) : undefined
                }
              />
            ))}
          </ThemeList>
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
