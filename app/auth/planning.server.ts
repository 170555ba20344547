import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { Community } from "../../db/queries/communities.server";
import { findPairing, type StoredPairing } from "../../db/queries/pairing.server";
import { findDraftChanges } from "../../db/queries/plan-changes.server";
import type { Sprint } from "../../db/queries/sprints.server";
import { type LateWords, lateWords } from "../domain/plans/late";
import type { No } from "../domain/verdict";
import { unreadable } from "../http/answers";
import { onlyPost } from "../http/only-post";
import { organize, visit } from "./community.server";
import type { SignedIn } from "./session.server";
import { sprintAt } from "./sprint.server";

type Here = { community: Community; sprint: Sprint };

/**
 * The loader of a form of the pairing table: 405 for a visit, and the community above the page that answers a form which was
 * not carried out.
 */
export async function planForm({ context, params, request }: LoaderFunctionArgs) {
  onlyPost({ request });
  const { community } = await visit(context, params.community);
  return { community: { slug: community.slug, name: community.name, role: community.role } };
}

/**
 * The sprint whose pairs are planned, for one of its organizers: nobody else sees or touches a plan. `action` is the deed, for
 * the refusal on the audit trail.
 */
export async function planner(
  context: AppLoadContext,
  request: Request,
  params: { community?: string; sprint?: string },
  action: string,
  form?: FormData,
): Promise<Here & { person: SignedIn }> {
  const deed = { action, object: "plans", objectKey: params.sprint, what: "pair people at its sprints" };
  const { community, person } = await organize(context, request, params.community, deed, form);
  return { community, person, sprint: await sprintAt(context, community, params.sprint) };
}

/** Why a deed on a plan was not carried out. */
type NotDone = { is: "late" } | { is: "no"; verdict: No } | { is: "nobody"; field: "newcomer" | "mentor" };

/**
 * What is said about a deed on a plan that was not carried out, and how things stand now. A refusal goes on the audit trail
 * under `action`; of a draft that is not the one the organizer saw (at revision `seen`) it says who changed what. People who
 * are not there are a 422, thrown.
 */
export async function sayNotDone(
  context: AppLoadContext,
  { community, sprint }: Here,
  outcome: NotDone,
  { action, title, seen = null }: { action: string; title: string; seen?: number | null },
): Promise<{ refused: LateWords; pairing: StoredPairing }> {
  if (outcome.is === "nobody") {
    unreadable(`Choose a ${outcome.field} from the list. Whoever it was may have withdrawn.`);
  }
  const pairing = await findPairing(context.db, community.id, sprint);
  if (outcome.is === "no") {
    const { because } = outcome.verdict;
    await context.refused({ action, because, object: "plans", objectKey: sprint.slug, communityId: community.id });
    return { refused: { title, lede: because, lines: [] }, pairing };
  }
  const plan = { communityId: community.id, id: pairing.draft?.id ?? 0 };
  return { refused: lateWords(pairing, await findDraftChanges(context.db, plan, seen ?? 0)), pairing };
}
