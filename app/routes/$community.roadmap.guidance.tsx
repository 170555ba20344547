import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { Community } from "../../db/queries/communities.server";
import { listGaugePage, listGaugeThemes, listPreparable } from "../../db/queries/gauge.server";
import { listPreparing } from "../../db/queries/preparations.server";
import { visit } from "../auth/community.server";
import { guidanceFor } from "../auth/guidance.server";
import { Columns } from "../components/columns";
import { EmptyState } from "../components/empty-state";
import { gaugeScale } from "../components/gauge";
import { GaugeList } from "../components/gauge-list";
import { PageHeader } from "../components/page-header";
import { Pagination } from "../components/pagination";
import { PrepareNext } from "../components/prepare-next";
import { Section } from "../components/section";
import { limits } from "../domain/limits";
import type { ThemeGauge } from "../domain/roadmap/gauge-figures";
import { guidanceFacts } from "../domain/roadmap/gauge-words";
import { prepareNext } from "../domain/roadmap/prepare-next";
import { pageNumber } from "../http/page-number";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Guidance · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await visit(context, params.community);
  const asked = pageNumber(new URL(request.url));
  const read =
    community.role === null ? await forAnybody(context, community, asked) : await forMembers(context, community, asked);
  return { community: { slug: community.slug, name: community.name, role: community.role }, ...read };
}

const pagesOf = (count: number) => Math.max(1, Math.ceil(count / limits.gaugesOnPage));

/** What is ready, in the order of the roadmap: nobody's wishes are read, and no theme of another page. */
async function forAnybody(context: LoaderFunctionArgs["context"], community: Community, asked: number) {
  const at = (page: number) => ({ limit: limits.gaugesOnPage, offset: (page - 1) * limits.gaugesOnPage });
  const found = await listGaugePage(context.db, community.id, at(asked));
  const page = found.count === 0 ? 1 : asked;
  const {
    themes: worked,
    count,
    ready,
    mostReady,
  } = page === asked ? found : await listGaugePage(context.db, community.id, at(1));
  const { themes, ...guidance } = await guidanceFor(context, community, worked);
  const most = { ready: mostReady, wants: null, hours: null, hoursFor: null };
  return {
    guidance: { ...guidance, ready },
    scale: gaugeScale([most]),
    themes,
    next: [],
    preparing: [],
    page,
    pages: pagesOf(count),
  };
}

/** What is missing most comes first, of all themes. */
async function forMembers(context: LoaderFunctionArgs["context"], community: Community, asked: number) {
  const worked = await listGaugeThemes(context.db, community.id);
  const { themes, ...guidance } = await guidanceFor(context, community, worked);
  const ordered = themes.toSorted((a, b) => b.gap - a.gap || (b.wants ?? 0) - (a.wants ?? 0));
  const pages = pagesOf(ordered.length);
  const page = Math.min(asked, pages);
  return {
    guidance,
    scale: gaugeScale(themes),
    themes: ordered.slice((page - 1) * limits.gaugesOnPage, page * limits.gaugesOnPage),
    ...(await whatComesNext(context, community, themes, ordered)),
    page,
    pages,
  };
}

/** What members may take on next, and what somebody prepares already. */
async function whatComesNext(
  { db }: Pick<LoaderFunctionArgs["context"], "db">,
  community: { id: number },
  themes: readonly ThemeGauge[],
  ordered: readonly ThemeGauge[],
) {
  // What could serve anybody is in the themes with a gap; a few of the others are for whoever comes.
  const looked = ordered.filter(({ gap }, place) => gap > 0 || place < limits.gaugesOnPage).map(({ id }) => id);
  const [preparable, preparing] = await Promise.all([
    listPreparable(db, community.id, looked),
    listPreparing(db, community.id),
  ]);
  const pieces = new Map(preparable.map(({ id, near, questions }) => [id, { near, questions }]));
  const next = themes.flatMap((theme) => {
    const found = pieces.get(theme.id);
    // Of a theme that nobody waits for, whose tasks were not looked at, there is nothing to say unless it has none.
    if (!found && !theme.wants && theme.gap === 0 && theme.open > 0) return [];
    return [{ ...theme, near: [], questions: [], ...found }];
  });
  return {
    next: prepareNext(next, limits.prepareNext, preparing),
    preparing: preparing.map(({ id, kind, name, title }) => ({ id, kind, name, title })),
  };
}

export default function GuidancePage() {
  const { community, guidance, scale, themes, next, preparing, page, pages } = useLoaderData<typeof loader>();
  const belongs = community.role !== null;
  const { sprint } = guidance;
  return (
    <>
      <PageHeader
        where={[
          { href: paths.community(community), label: community.name },
          { href: paths.roadmap(community), label: "Roadmap" },
        ]}
        title="Where guidance is missing"
        lede={
          belongs
            ? "Tasks that are ready, and mentors' hours, against the newcomers who want them. Preparing a task is what helps most, and anybody here can."
            : "Which themes have tasks that are ready for a newcomer, and which still wait for somebody to prepare them."
        }
        facts={guidanceFacts(guidance)}
        note={
          sprint ? (
            <>
              {sprint.is === "last"
                ? "No sprint is planned. People are counted as at the last one, "
                : "People are counted as at "}
              <a href={paths.sprint(community, sprint)}>{sprint.name}</a>
              {community.role === "organizer" ? "." : ", and only where at least three stand behind a number."}
            </>
          ) : undefined
        }
      />
      {themes.length === 0 ? (
        <EmptyState>Nothing is on the roadmap yet, so there is nothing to prepare.</EmptyState>
      ) : belongs ? (
        <Columns
          besideLabel="Prepare next"
          beside={<PrepareNext community={community} next={next} preparing={preparing} />}
        >
          <Section title="Theme by theme" id="themes" lede="What is missing most comes first.">
            <GaugeList community={community} themes={themes} scale={scale} />
          </Section>
        </Columns>
      ) : (
        <Section title="Theme by theme" id="themes">
          <GaugeList community={community} themes={themes} scale={scale} />
        </Section>
      )}
      <Pagination
        page={page}
        pages={pages}
        label="Themes"
        href={(to) => `${paths.roadmapGuidance(community)}?page=${to}#themes`}
      />
    </>
  );
}
