import type { LoaderFunctionArgs } from "@remix-run/node";
import { countActiveClaims, listHandOvers } from "../../../db/queries/claims.server";
import type { Community } from "../../../db/queries/communities.server";
import { findFindings, hasWorkedOn } from "../../../db/queries/findings.server";
import { listAlternatives } from "../../../db/queries/free-tasks.server";
import { findMentorHoursLeft } from "../../../db/queries/mentor-hours.server";
import { listBlockerFacts, listWaitingFacts } from "../../../db/queries/neighbours.server";
import { listPreparationsOfTask } from "../../../db/queries/preparations.server";
import { findDeletedTask, findTask } from "../../../db/queries/tasks.server";
import { visit } from "../../auth/community.server";
import { restoreForm } from "../../auth/kept-forms.server";
import { goneTask } from "../../auth/roadmap.server";
import { toHtml } from "../../bridges/markdown.server";
import { canClaim } from "../../domain/claims/claim";
import { timeLeft } from "../../domain/claims/clock";
import { canWriteFindings, hasFindings } from "../../domain/tasks/findings";
import { taskRow } from "../../domain/tasks/row";
import { canCheck } from "../../domain/tasks/staleness";
import { standing } from "../../domain/tasks/standing";
import { notFound } from "../../http/answers";
import { readId } from "../../http/fields.server";
import { paths } from "../../paths";

/** What the page of a task shows to whoever reads it; a task that was taken out says so, and any other number is missing. */
export async function readTask({ context, params, request }: LoaderFunctionArgs) {
  const { community, viewer } = await visit(context, params.community);
  const number = readId(params.number) ?? notFound("task");
  const task = await findTask(context.db, community.id, number);
  if (!task) return missing(context.db, community, number);
  const now = community.now;
  const organizing = community.role === "organizer";
  const mentorHoursLeft =
    task.mentorId === null ? null : await findMentorHoursLeft(context.db, community.id, task.mentorId, task.id);
  const { standing: stands, readiness } = standing(task, now, mentorHoursLeft);
  const viewing = { personId: viewer?.id ?? 0, organizer: organizing };
  const checkable = canCheck({ finished: task.finishedAt !== null, mentorId: task.mentorId }, viewing).ok;
  const [blockers, waiting, handOvers, found, worked, active, kept, preparations] = await Promise.all([
    listBlockerFacts(context.db, community.id, task.id),
    listWaitingFacts(context.db, community.id, task.id),
    listHandOvers(context.db, community.id, task.id),
    hasFindings(task.kind) ? findFindings(context.db, community.id, task.id) : null,
    hasFindings(task.kind) && viewer ? hasWorkedOn(context.db, community.id, task.id, viewer.id) : false,
    viewer ? countActiveClaims(context.db, community.id, viewer.id) : 0,
    restoreForm(context, request),
    listPreparationsOfTask(context.db, community.id, task.id),
  ]);
  const verdict = canClaim({
    notReadyBecause: readiness.because,
    finished: task.finishedAt !== null,
    parked: task.themeState === "parked" || task.themeState === "done",
    heldBy:
      stands.is === "held" ? { personId: stands.byId, name: stands.by, claimedAt: now, expiresAt: stands.until } : null,
    personId: viewer?.id ?? 0,
    activeClaims: active,
    limit: community.activeClaims,
  });
  const others = verdict.ok ? [] : await listAlternatives(context.db, community.id, task, 3);
  return {
    community: { slug: community.slug, name: community.name, role: community.role, claimHours: community.claimHours },
    viewer: viewer && { id: viewer.id, timeZone: viewer.timeZone },
    task: { ...taskRow(task, now), themeSlug: task.themeSlug, themeTitle: task.themeTitle },
    goal: toHtml(task.goal || task.themeWhy),
    texts: {
      start: toHtml(task.start),
      doneWhen: toHtml(task.doneWhen),
      verify: toHtml(task.verify),
      links: toHtml(task.links),
      notes: toHtml(task.notes),
    },
    skills: task.skills,
    blockers: blockers.map((other) => taskRow(other, now)),
    waiting: waiting.map((other) => ({ ...taskRow(other, now), theme: other.themeTitle })),
    questions: task.openQuestions,
    checks: readiness.checks.map(({ label, met, help, must }) => ({ label, met, help, must })),
    refusal: verdict.ok ? null : verdict.because,
    left: stands.is === "held" ? timeLeft(stands.until, now) : null,
    plan: stands.is === "held" ? (task.claimNote ?? "") : "",
    mine: stands.is === "held" && stands.byId === viewer?.id,
    findings: found && { ...found, text: toHtml(found.text) },
    checkable,
    findable: canWriteFindings(task, { organizer: organizing, worked }).ok,
    handOvers,
    preparations: preparations.map(({ id, personId, name, holds }) => ({ id, personId, name, holds })),
    wordsMissing: task.finishedAt === null && readiness.waitsFor === null && !readiness.ready,
    kept: kept?.path === paths.claim(community, task) ? (kept.typed.note ?? null) : null,
    alternatives: others.map((other) => ({ ...taskRow(other, now), theme: other.themeTitle })),
  };
}

async function missing(
  db: Parameters<typeof findDeletedTask>[0],
  community: Community,
  number: number,
): Promise<never> {
  const was = await findDeletedTask(db, community.id, number);
  if (!was) return notFound("task");
  return goneTask(community, was);
}
