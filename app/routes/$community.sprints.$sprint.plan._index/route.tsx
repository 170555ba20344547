import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAnswers, listDeclines } from "../../../db/queries/pair-answers.server";
import { findPairing } from "../../../db/queries/pairing.server";
import { listRegistrationChanges } from "../../../db/queries/plan-changes.server";
import { listPlanSteps } from "../../../db/queries/plan-steps.server";
import { findPublished } from "../../../db/queries/plans.server";
import { findStarters } from "../../../db/queries/starter-tasks.server";
import { restoreForm } from "../../auth/kept-forms.server";
import { planner } from "../../auth/planning.server";
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
import { limits } from "../../domain/limits";
import { adjusting } from "../../domain/plans/adjusting";
import { declineLines } from "../../domain/plans/declines";
import { canPair } from "../../domain/plans/deeds";
import { faultsOf } from "../../domain/plans/faults";
import { obstaclesAmong } from "../../domain/plans/judge";
import { mentorsOf, unpaired } from "../../domain/plans/pairing";
import { historyOf } from "../../domain/plans/steps";
import { pagesOf, pageWith, pairingTable, toRemind } from "../../domain/plans/table";
import { helpLines } from "../../domain/plans/what-if";
import { isUntouched, startingWords } from "../../domain/plans/words";
import { readId } from "../../http/fields.server";
import { pageNumber } from "../../http/page-number";
import { WatchedPlan } from "../../http/watched-plan";
import { paths } from "../../paths";
import { WatchedRun } from "./running";
import { MovingTable } from "./table";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The pairing table of ${data?.sprint.name} · ${data?.community.name} · Portolan` },
];

/** The pairing table, for organizers alone: a draft is nobody else's business. While a crowd is being paired, how far that is. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, sprint, person } = await planner(context, request, params, "read plan");
  const running = context.pairingRuns?.find(sprint.id) ?? null;
  if (running) return { community: { ...named(community), role: community.role }, sprint: named(sprint), running };
  const pairing = await findPairing(context.db, community.id, sprint);
  const { draft } = pairing;
  const at = { communityId: community.id, sprintId: sprint.id };
  const [published, changes, kept, said, declines, steps, starters] = await Promise.all([
    findPublished(context.db, community.id, sprint.id),
    draft ? listRegistrationChanges(context.db, { ...at, id: draft.id }) : [],
    restoreForm(context, request),
    listAnswers(context.db, community.id, sprint.id),
    listDeclines(context.db, community.id, sprint.id),
    draft ? listPlanSteps(context.db, at, limits.planSteps) : [],
    findStarters(context.db, community.id, draft?.pairs ?? [], pairing.people),
  ]);
  const answers = new Map(said.map((one) => [one.pairId, one]));
  const mentors = mentorsOf(pairing);
  const faults = draft ? faultsOf(pairing, obstaclesAmong(sprint, unpaired(pairing), mentors)) : [];
  const table = pairingTable(pairing, faults, answers, starters, published?.waits);

  const url = new URL(request.url);
  const most = limits.tableRows;
  const pages = pagesOf(table, most);
  const asked = readId(kept?.typed.newcomer ?? url.searchParams.get("newcomer") ?? "");
  const on = asked === null ? {} : pageWith(table, asked, most);
  const page = {
    mentors: Math.min(on.mentors ?? pageNumber(url), pages.mentors),
    waits: Math.min(on.waits ?? pageNumber(url, "waiting"), pages.waits),
  };
  const shown = <Row,>(rows: readonly Row[], on: number) => rows.slice((on - 1) * most, on * most);
  const may = canPair(sprint, community.now);
  return {
    running: null,
    news: context.pairingRuns?.newsOf(sprint.id, draft?.rev ?? null)?.said ?? null,
    community: { ...named(community), role: community.role },
    sprint: { ...named(sprint), online: sprint.online, timeZone: sprint.timeZone },
    readerZone: person.timeZone,
    me: person.name,
    help:
      (draft ?? published) && may.ok && table.waits.length > 0 && isSolvedAtOnce(pairing)
        ? helpLines(pairing, 3).map(({ said }) => said)
        : [],
    rev: draft?.rev ?? published?.rev ?? 0,
    closed: may.ok ? null : may.because,
    sends: context.mailer.kind !== "none",
    table: { ...table, mentors: shown(table.mentors, page.mentors), waits: shown(table.waits, page.waits) },
    waiting: table.waits.length,
    mentorCount: table.mentors.length,
    starting:
      table.planned > 0
        ? { said: startingWords(table.planned, starters.size), all: starters.size === table.planned }
        : null,
    page,
    pages,
    draft: draft && {
      rev: draft.rev,
      madeBy: draft.madeBy,
      madeAt: draft.madeAt.toISOString(),
      byHand: draft.pairs.some(({ byHand }) => byHand),
      best: isUntouched(draft, steps) && changes.length === 0 && faults.length === 0,
    },
    history: historyOf(steps, pairing),
    declines: declineLines(declines, pairing),
    toRemind: may.ok ? toRemind(pairing.pairs, answers) : 0,
    publishedAt: published?.publishedAt?.toISOString() ?? null,
    publishedBy: published?.publishedBy ?? null,
    changes,
    faults: faults.map(({ because }) => because),
    rules: pairing.rules,
    options: { newcomers: peopleOptions(unpaired(pairing)), mentors: peopleOptions(mentors) },
    open: asked === null || !may.ok ? null : adjusting(pairing, asked),
    chosen: kept?.typed ?? {},
  };
}

const named = ({ slug, name }: { slug: string; name: string }) => ({ slug, name });

/** What needs the engine again is left out where that would keep everybody waiting. */
const isSolvedAtOnce = ({ people }: { people: readonly unknown[] }) => people.length <= limits.pairedAtOnce;

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
          <p>{view.news}</p>
        </div>
      ) : null}
      <WatchedPlan
        address={paths.planRev(community, sprint)}
        again={paths.plan(community, sprint)}
        rev={view.rev}
        me={view.me}
      />
      {isOpen && draft ? <PlanHistory {...here} {...view.history} seen={draft.rev} /> : null}
      <PlanDeclines declines={view.declines} />
      <PlanChanges changes={view.changes} faults={view.faults} byHand={draft?.byHand ?? false} />
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
