import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { restoreForm } from "../../auth/kept-forms.server";
import { planner } from "../../auth/planning.server";
import { Badge } from "../../components/badge";
import { Disclosure } from "../../components/disclosure";
import { peopleOptions } from "../../components/form-state";
import { PlanAdjust } from "../../components/plan-adjust";
import { PlanChanges } from "../../components/plan-changes";
import { PlanDeclines } from "../../components/plan-declines";
import { PlanHeader } from "../../components/plan-header";
import { PlanHistory } from "../../components/plan-history";
import { PlanPages } from "../../components/plan-pages";
import { PlanRules } from "../../components/plan-rules";
import { PlanSides } from "../../components/plan-sides";
import { PlanWaits } from "../../components/plan-waits";
import { Section } from "../../components/section";
import { canPair } from "../../domain/plans/deeds";
import { readId } from "../../http/fields.server";
import { pageNumber } from "../../http/page-number";
import { WatchedPlan } from "../../http/watched-plan";
import { readPlan } from "../../jobs/crowd-reader.server";
import { paths } from "../../paths";
import { WatchedRun } from "./running";
import { MovingTable } from "./table";
import { AfterMoves } from "./undo";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The pairing table of ${data?.sprint.name} · ${data?.community.name} · Portolan` },
];

/** The pairing table, for organizers alone: a draft is nobody else's business. While a crowd is being paired, how far that is. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, sprint, person } = await planner(context, request, params, "read plan");
  const running = context.pairingRuns?.find(sprint.id) ?? null;
  if (running) return { community: { ...named(community), role: community.role }, sprint: named(sprint), running };
  const kept = await restoreForm(context, request);
  const url = new URL(request.url);
  const newcomerId = readId(kept?.typed.newcomer ?? url.searchParams.get("newcomer") ?? "");
  const page = { mentors: pageNumber(url), waits: pageNumber(url, "waiting") };
  const { now } = community;
  const { options, ...read } = await readPlan(context, { community, sprint }, "table", { page, newcomerId, now });
  const may = canPair(sprint, now);
  return {
    ...read,
    running: null,
    news: context.pairingRuns?.newsOf(sprint.id, read.draft?.rev ?? null) ?? null,
    community: { ...named(community), role: community.role },
    sprint: { ...named(sprint), online: sprint.online, timeZone: sprint.timeZone },
    readerZone: person.timeZone,
    me: person.name,
    closed: may.ok ? null : may.because,
    sends: context.mailer.kind !== "none",
    options: {
      newcomers: peopleOptions(options.newcomers),
      mentors: peopleOptions(options.mentors),
      some: options.some,
    },
    chosen: kept?.typed ?? {},
  };
}

const named = ({ slug, name }: { slug: string; name: string }) => ({ slug, name });

export default function PlanPage() {
  const view = useLoaderData<typeof loader>();
  return view.running ? <WatchedRun {...view} /> : <Table {...view} />;
}

type TableView = Extract<ReturnType<typeof useLoaderData<typeof loader>>, { running: null }>;

function Table(view: TableView) {
  const { community, sprint, draft, open, waiting, page, pages, table } = view;
  const here = { community, sprint };
  const isOpen = view.closed === null;
  // Before the first run there is nothing to see but who has registered.
  const begun = draft !== null || table.paired > 0;
  const people = { ...here, openId: open?.newcomerId ?? null, closed: !isOpen };
  const sides = {
    mentors: table.mentors,
    waits: table.waits,
    waiting,
    mentorCount: view.mentorCount,
    help: view.help,
    starting: view.starting,
    drafted: draft !== null,
    published: view.publishedAt !== null,
    page,
    pages,
  };
  return (
    <>
      <PlanHeader {...view} />
      {view.news ? (
        <div role="status">
          <Badge tone={view.news.isDone ? "sea" : "sun"}>{view.news.said}</Badge>
        </div>
      ) : null}
      <WatchedPlan
        address={paths.planRev(community, sprint)}
        again={paths.plan(community, sprint)}
        rev={view.rev}
        me={view.me}
      />
      {isOpen && draft ? <PlanHistory {...here} {...view.history} seen={draft.rev} undoAs={AfterMoves} /> : null}
      <PlanDeclines declines={view.declines} />
      <PlanChanges changes={view.changes} faulty={view.faulty} byHand={draft?.byHand ?? false} />
      {open ? (
        <Section title={open.newcomer} id="one" lede={open.now}>
          <PlanAdjust {...here} adjusting={open} chosen={view.chosen} />
        </Section>
      ) : null}
      {begun ? (
        draft && isOpen ? (
          <MovingTable {...people} {...sides} seen={draft.rev} />
        ) : (
          <PlanSides {...people} {...sides} moving={false} />
        )
      ) : waiting > 0 ? (
        <Disclosure summary="Give somebody a seat by hand" open={open !== null || page.waits > 1}>
          <PlanWaits {...people} waits={table.waits} moving={false} />
          <PlanPages {...here} page={page} pages={pages} side="waits" />
        </Disclosure>
      ) : null}
      {isOpen ? (
        <Section
          title="Fixed and forbidden pairs"
          id="rules"
          lede="What you know better than the engine. It holds for every run, and nobody but organizers sees it."
        >
          <PlanRules {...here} rules={view.rules} {...view.options} seen={draft?.rev ?? null} />
        </Section>
      ) : null}
    </>
  );
}
