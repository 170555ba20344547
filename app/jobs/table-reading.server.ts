import { listAnswers, listDeclines } from "../../db/queries/pair-answers.server";
import { listRegistrationChanges } from "../../db/queries/plan-changes.server";
import { listNewestSteps } from "../../db/queries/plan-steps.server";
import { findPublished } from "../../db/queries/plans.server";
import { findStarters } from "../../db/queries/starter-tasks.server";
import { limits } from "../domain/limits";
import { adjusting } from "../domain/plans/adjusting";
import { declineLines } from "../domain/plans/declines";
import { canPair } from "../domain/plans/deeds";
import { faultsOf } from "../domain/plans/faults";
import { obstaclesAmong } from "../domain/plans/judge";
import { mentorsOf, type Registered, unpaired } from "../domain/plans/pairing";
import { withPublishedReasons } from "../domain/plans/published-reasons";
import { isCrowd } from "../domain/plans/running";
import { historyOf } from "../domain/plans/steps";
import { pagesOf, pageWith, pairingTable, type TablePages, toRemind } from "../domain/plans/table";
import { helpLines } from "../domain/plans/what-if";
import { changeLines, isUntouched, startingWords } from "../domain/plans/words";
import type { Known } from "./known-plan";

/** Which part of the table is looked at, whom by themselves (a registration), and what time it is. */
type Look = { page: TablePages; newcomerId: number | null; now: Date };

/**
 * The pairing table, as much of it as is shown: a page of mentors and one of those who wait. Lists that have no pages of their
 * own are cut, with how many more there are, and of a crowd only those who are shown can be chosen for a rule.
 */
export async function readTable(
  { db, communityId, pairing, engine, once }: Known,
  { page: asked, newcomerId, now }: Look,
) {
  const { draft, sprint } = pairing;
  const at = { communityId, sprintId: sprint.id };
  const [published, changed, said, declines, steps, starters] = await Promise.all([
    findPublished(db, communityId, sprint.id),
    draft ? listRegistrationChanges(db, { ...at, id: draft.id }) : [],
    listAnswers(db, communityId, sprint.id),
    listDeclines(db, communityId, sprint.id),
    draft ? listNewestSteps(db, at) : [],
    findStarters(db, communityId, draft?.pairs ?? [], pairing.people),
  ]);
  const answers = new Map(said.map((one) => [one.pairId, one]));
  const mentors = mentorsOf(pairing);
  const without = unpaired(pairing);
  const faults = once("faults", () => (draft ? faultsOf(pairing, obstaclesAmong(sprint, without, mentors)) : []));
  const table = once("table", () => pairingTable(pairing, faults, answers, starters, published?.waits));

  const most = limits.tableRows;
  const pages = pagesOf(table, most);
  const on = newcomerId === null ? {} : pageWith(table, newcomerId, most);
  const page = {
    mentors: Math.min(on.mentors ?? asked.mentors, pages.mentors),
    waits: Math.min(on.waits ?? asked.waits, pages.waits),
  };
  const shown = {
    mentors: withPublishedReasons(pairing, pageOf(table.mentors, page.mentors)),
    waits: pageOf(table.waits, page.waits),
  };
  const isOpen = canPair(sprint, now).ok;
  const crowd = isCrowd({ newcomers: table.newcomers, mentors: mentors.length });
  const seen = new Set([
    newcomerId,
    ...shown.waits.map((wait) => wait.newcomerId),
    ...shown.mentors.flatMap(({ taken }) => taken.map((seat) => seat.newcomerId)),
  ]);
  const { undo, moved } = historyOf(steps, pairing);
  return {
    table: { ...table, ...shown },
    waiting: table.waits.length,
    mentorCount: mentors.length,
    page,
    pages,
    help:
      (draft ?? published) && isOpen && table.waits.length > 0
        ? once("help", () => helpLines(pairing, 3, engine).map(({ said }) => said))
        : [],
    rev: draft?.rev ?? published?.rev ?? 0,
    starting:
      table.planned > 0
        ? { said: startingWords(table.planned, starters.size), all: starters.size === table.planned }
        : null,
    draft: draft && {
      rev: draft.rev,
      madeBy: draft.madeBy,
      madeAt: draft.madeAt.toISOString(),
      byHand: draft.pairs.some(({ byHand }) => byHand),
      best: isUntouched(draft, steps) && changed.length === 0 && faults.length === 0,
    },
    history: { undo, moved: moved && beginning(moved) },
    declines: declineLines(declines, pairing),
    toRemind: isOpen ? toRemind(pairing.pairs, answers) : 0,
    publishedAt: published?.publishedAt?.toISOString() ?? null,
    publishedBy: published?.publishedBy ?? null,
    faulty: faults.length > 0,
    changes: beginning([...faults.map(({ because }) => because), ...changeLines(changed)]),
    rules: pairing.rules,
    options: {
      newcomers: named(crowd ? without.filter(({ id }) => seen.has(id)) : without),
      mentors: named(mentors),
      some: crowd,
    },
    open: newcomerId === null || !isOpen ? null : adjusting(pairing, newcomerId, engine),
  };
}

const pageOf = <Row>(rows: readonly Row[], page: number): Row[] =>
  rows.slice((page - 1) * limits.tableRows, page * limits.tableRows);

/** The first of a list, and how many more there are. */
const beginning = <Line>(lines: readonly Line[]): { lines: Line[]; more: number } => ({
  lines: lines.slice(0, limits.tableRows),
  more: Math.max(0, lines.length - limits.tableRows),
});

const named = (people: readonly Registered[]) => people.map(({ id, name }) => ({ id, name }));
