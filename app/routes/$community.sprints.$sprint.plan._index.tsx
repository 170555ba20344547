import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo, useRef } from "react";
import { listAnswers, listDeclines } from "../../db/queries/pair-answers.server";
import { findPairing } from "../../db/queries/pairing.server";
import { listRegistrationChanges } from "../../db/queries/plan-changes.server";
import { listPlanSteps } from "../../db/queries/plan-steps.server";
import { findPublished } from "../../db/queries/plans.server";
import { restoreForm } from "../auth/kept-forms.server";
import { planner } from "../auth/planning.server";
import { Board, BoardTarget } from "../components/board";
import type { BoardList } from "../components/board-words";
import { Disclosure } from "../components/disclosure";
import { EmptyState } from "../components/empty-state";
import { peopleOptions } from "../components/form-state";
import { Pagination } from "../components/pagination";
import { PlanAdjust } from "../components/plan-adjust";
import { PlanChanges } from "../components/plan-changes";
import { CarriedCosts, PlanCost } from "../components/plan-cost";
import { PlanDeclines } from "../components/plan-declines";
import { PlanHeader } from "../components/plan-header";
import { PlanHistory } from "../components/plan-history";
import { listsOfTable, tableIn, tableWords, waitingList } from "../components/plan-lists";
import { PlanRules } from "../components/plan-rules";
import { PlanTable } from "../components/plan-table";
import { PlanWaits } from "../components/plan-waits";
import { Section } from "../components/section";
import { limits } from "../domain/limits";
import { adjusting } from "../domain/plans/adjusting";
import { declineLines } from "../domain/plans/declines";
import { canPair } from "../domain/plans/deeds";
import { faultsOf } from "../domain/plans/faults";
import { judgeOf } from "../domain/plans/judge";
import { mentorsOf, unpaired } from "../domain/plans/pairing";
import { historyOf } from "../domain/plans/steps";
import { pageWith, pairingTable, toRemind } from "../domain/plans/table";
import { helpLines } from "../domain/plans/what-if";
import { isUntouched } from "../domain/plans/words";
import { applyMove, type Move } from "../domain/roadmap/ordering";
import { readId } from "../http/fields.server";
import { MoveNews, useMoves, usePendingMoves } from "../http/moves";
import { pageNumber } from "../http/page-number";
import { useSeatCosts } from "../http/seat-costs";
import { WatchedPlan } from "../http/watched-plan";
import { paths } from "../paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `The pairing table of ${data?.sprint.name} · ${data?.community.name} · Portolan` },
];

/** The pairing table, for organizers alone: a draft is nobody else's business. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, sprint, person } = await planner(context, request, params, "read plan");
  const pairing = await findPairing(context.db, community.id, sprint);
  const { draft } = pairing;
  const at = { communityId: community.id, sprintId: sprint.id };
  const [published, changes, kept, said, declines, steps] = await Promise.all([
    findPublished(context.db, community.id, sprint.id),
    draft ? listRegistrationChanges(context.db, { ...at, id: draft.id }) : [],
    restoreForm(context, request),
    listAnswers(context.db, community.id, sprint.id),
    listDeclines(context.db, community.id, sprint.id),
    draft ? listPlanSteps(context.db, at, limits.planSteps) : [],
  ]);
  const answers = new Map(said.map((one) => [one.pairId, one]));
  const mentors = mentorsOf(pairing);
  const faults = draft ? faultsOf(pairing, judgeOf(sprint, unpaired(pairing), mentors, pairing.settings)) : [];
  const table = pairingTable(pairing, faults, answers);

  const url = new URL(request.url);
  const most = limits.tableRows;
  const pages = Math.max(1, Math.ceil(table.mentors.length / most), Math.ceil(table.waits.length / most));
  const asked = readId(kept?.typed.newcomer ?? url.searchParams.get("newcomer") ?? "");
  const page = (asked === null ? null : pageWith(table, asked, most)) ?? Math.min(pageNumber(url), pages);
  const shown = <Row,>(rows: readonly Row[]) => rows.slice((page - 1) * most, page * most);
  const may = canPair(sprint, community.now);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name, online: sprint.online, timeZone: sprint.timeZone },
    readerZone: person.timeZone,
    me: person.name,
    help: draft && may.ok && table.waits.length > 0 ? helpLines(pairing, 3).map(({ said }) => said) : [],
    rev: draft?.rev ?? published?.rev ?? 0,
    closed: may.ok ? null : may.because,
    sends: context.mailer.kind !== "none",
    table: { ...table, mentors: shown(table.mentors), waits: shown(table.waits) },
    waiting: table.waits.length,
    mentorCount: table.mentors.length,
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

export default function PlanPage() {
  const view = useLoaderData<typeof loader>();
  const { community, sprint, draft, waiting, page } = view;
  const here = { community, sprint };
  // Before the first run there is nothing to see but who has registered.
  const begun = draft !== null || view.table.paired > 0;
  return (
    <>
      <PlanHeader {...view} />
      <WatchedPlan
        address={paths.planRev(community, sprint)}
        again={paths.plan(community, sprint)}
        rev={view.rev}
        me={view.me}
      />
      {view.closed === null && draft ? <PlanHistory {...here} {...view.history} seen={draft.rev} /> : null}
      <PlanDeclines declines={view.declines} />
      <PlanChanges changes={view.changes} faults={view.faults} byHand={draft?.byHand ?? false} />
      {begun ? (
        draft && view.closed === null ? (
          <MovingTable seen={draft.rev} />
        ) : (
          <Table {...view.table} moving={false} />
        )
      ) : waiting > 0 ? (
        <Disclosure summary="Give somebody a seat by hand" open={view.open !== null || page > 1}>
          <Waits waits={view.table.waits} moving={false} />
          <Ways />
        </Disclosure>
      ) : null}
      {view.closed === null ? (
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

/** The table on which people are moved by hand: where they go shows at once, and is taken back if it could not be. */
function MovingTable({ seen }: { seen: number }) {
  const { community, sprint, table } = useLoaderData<typeof loader>();
  const { sent, send } = useMoves();
  const { costs, lift, now } = useSeatCosts((newcomerId) => paths.planSeats(community, sprint, newcomerId));
  const lists = usePendingMoves().reduce<readonly BoardList[]>(applyMove, listsOfTable(table.mentors, table.waits));
  const words = useMemo(() => tableWords(now), [now]);
  // What somebody decides while they carry is decided by what they saw when they picked up.
  const saw = useRef(seen);
  const pickUp = (id: string | null) => {
    if (id !== null) saw.current = seen;
    lift(id);
  };
  const move = (made: Move) =>
    send(made, paths.planMove(community, sprint), { newcomer: made.id, mentor: made.list, seen: saw.current });
  return (
    <Board id="plan" lists={lists} onMove={move} onLift={pickUp} words={words} news={<MoveNews sent={sent} />}>
      <CarriedCosts.Provider value={costs}>
        <Table {...tableIn(table.mentors, table.waits, lists)} moving />
      </CarriedCosts.Provider>
    </Board>
  );
}

type Rows = Pick<ReturnType<typeof useLoaderData<typeof loader>>["table"], "mentors" | "waits">;

function Table({ mentors, waits, moving }: Rows & { moving: boolean }) {
  const { community, sprint, draft, mentorCount, waiting, closed, help } = useLoaderData<typeof loader>();
  const opened = useOpened();
  return (
    <>
      {waiting > 0 || waits.length > 0 || moving ? (
        <Section
          title={waiting === 0 ? "Nobody waits" : waiting === 1 ? "One newcomer waits" : `${waiting} newcomers wait`}
          id="waiting"
          lede={draft && waiting > 0 ? "Each with the rule in the way." : undefined}
        >
          {moving ? (
            <ul>
              <BoardTarget list={waitingList}>
                <Waits waits={waits} moving />
                <PlanCost list={waitingList} />
              </BoardTarget>
            </ul>
          ) : (
            <Waits waits={waits} moving={false} />
          )}
          {help.map((said) => (
            <p key={said}>{said}</p>
          ))}
        </Section>
      ) : null}
      <Section title="Mentors and their seats" id="mentors">
        {mentorCount === 0 ? (
          <EmptyState>Nobody has registered as a mentor yet. Ask somebody who knows their way around.</EmptyState>
        ) : (
          <PlanTable
            community={community}
            sprint={sprint}
            mentors={mentors}
            open={opened}
            closed={closed !== null}
            moving={moving}
          />
        )}
      </Section>
      <Ways />
    </>
  );
}

/** The newcomer who is looked at by themselves, with the forms for it. */
function useOpened() {
  const { community, sprint, open, chosen } = useLoaderData<typeof loader>();
  return (
    open && {
      newcomerId: open.newcomerId,
      panel: <PlanAdjust community={community} sprint={sprint} adjusting={open} chosen={chosen} />,
    }
  );
}

function Waits({ waits, moving }: Pick<Rows, "waits"> & { moving: boolean }) {
  const { community, sprint, closed } = useLoaderData<typeof loader>();
  return (
    <PlanWaits
      community={community}
      sprint={sprint}
      waits={waits}
      open={useOpened()}
      closed={closed !== null}
      moving={moving}
    />
  );
}

function Ways() {
  const { community, sprint, page, pages } = useLoaderData<typeof loader>();
  const href = (to: number) => `${paths.plan(community, sprint)}?page=${to}`;
  return <Pagination page={page} pages={pages} label="The pairing table" href={href} />;
}
