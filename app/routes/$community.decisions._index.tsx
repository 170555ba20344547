import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countDecisions, listDecidedThemes, listDecisions } from "../../db/queries/decisions.server";
import { visit } from "../auth/community.server";
import { Button, ButtonLink } from "../components/button";
import { DecisionLine, DecisionList } from "../components/decision-list";
import { EmptyState } from "../components/empty-state";
import { ErrorSummary } from "../components/error-summary";
import { FilterForm } from "../components/filter-form";
import { PageHeader } from "../components/page-header";
import { Pagination } from "../components/pagination";
import { SelectField } from "../components/select-field";
import { TextField } from "../components/text-field";
import { limits } from "../domain/limits";
import { firstSentence } from "../domain/roadmap/first-sentence";
import { readSearch } from "../domain/search";
import { pageNumber } from "../http/page-number";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.fault ? "Error: " : ""}Decisions · ${data?.community.name} · Portolan` },
];

/**
 * The decision log, narrowed by `?words=` and `?theme=`, a page of it by `?page=`. The themes to choose from are those with a
 * decision; any other narrows nothing.
 */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, viewer } = await visit(context, params.community);
  const url = new URL(request.url);
  const asked = url.searchParams.get("words") ?? "";
  const search = readSearch(asked);
  const themes = await listDecidedThemes(context.db, community.id);
  const theme = themes.find(({ slug }) => slug === url.searchParams.get("theme"))?.slug ?? null;
  const filter = { words: search.ok ? search.words : [], theme };
  const count = search.ok ? await countDecisions(context.db, community.id, filter) : 0;
  const pages = Math.max(1, Math.ceil(count / limits.pageSize));
  const page = Math.min(pageNumber(url), pages);
  const part = { limit: limits.pageSize, offset: (page - 1) * limits.pageSize };
  const rows = count === 0 ? [] : await listDecisions(context.db, community.id, filter, part);
  const log = {
    community: { slug: community.slug, name: community.name, role: community.role },
    zone: viewer?.timeZone ?? "UTC",
    themes: themes.map(({ slug, title }) => ({ value: slug, label: title })),
    words: asked,
    theme,
    fault: search.ok ? null : search.because,
    count,
    page,
    pages,
    rows: rows.map(({ number, question, answer, theme, decidedBy, decidedAt, revisedIn }) => {
      return { number, question, answer: firstSentence(answer), theme, decidedBy, decidedAt, revisedIn };
    }),
  };
  return data(log, { status: search.ok ? 200 : 422 });
}

export default function DecisionLog() {
  const { community, zone, themes, words, theme, fault, count, page, pages, rows } = useLoaderData<typeof loader>();
  const narrowed = words.trim() !== "" || theme !== null;
  const filter = { words: words.trim(), theme: theme ?? undefined };
  return (
    <>
      <PageHeader
        where={[{ href: paths.community(community), label: community.name }]}
        title="Decisions"
        lede={`What ${community.name} has decided about its roadmap, and why; the newest first. A decision that was revised stays on record.`}
      />
      <ErrorSummary errors={fault === null ? [] : [{ name: "words", message: fault }]} />
      <FilterForm action={paths.decisions(community)}>
        <TextField name="words" label="Words in it" type="search" value={words} error={fault} size="medium" />
        <SelectField name="theme" label="Theme" empty="Every theme" value={theme ?? ""} options={themes} />
        <Button>Show</Button>
      </FilterForm>
      {rows.length > 0 ? (
        <>
          <p>{count === 1 ? "One decision." : `${count} decisions.`}</p>
          <DecisionList>
            {rows.map((row) => (
              <DecisionLine
                key={row.number}
                decision={row}
                href={paths.decision(community, row)}
                zone={zone}
                laterHref={row.revisedIn === null ? null : paths.decision(community, { number: row.revisedIn })}
              />
            ))}
          </DecisionList>
        </>
      ) : fault ? null : narrowed ? (
        <EmptyState action={<ButtonLink href={paths.decisions(community)}>Show every decision</ButtonLink>}>
          No decision has all of that in it. Try fewer words, or another theme.
        </EmptyState>
      ) : (
        <EmptyState action={<ButtonLink href={paths.roadmap(community)}>Read the roadmap</ButtonLink>}>
          Nothing has been decided yet. The themes of the roadmap say which questions are open.
        </EmptyState>
      )}
      <Pagination
        page={page}
        pages={pages}
        label="Decisions"
        href={(to) => paths.decisions(community, { ...filter, page: to })}
      />
    </>
  );
}
