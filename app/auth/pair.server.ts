import type { AppLoadContext } from "@remix-run/node";
import type { Community } from "../../db/queries/communities.server";
import { findLockIn, type LockIn } from "../../db/queries/lock-ins.server";
import { findPair, type TrackedPair } from "../../db/queries/pair-tracking.server";
import { type PairPart, partIn } from "../domain/pairs/deeds";
import { notFound } from "../http/answers";
import { readId } from "../http/fields.server";
import { enter } from "./community.server";
import type { SignedIn } from "./session.server";

/**
 * The pair at `/pairs/:pair`, for its two people and the community's organizers. To everybody else it is as missing as one
 * that never was, and takes the same statements.
 */
export async function pairAt(
  context: AppLoadContext,
  request: Request,
  params: { community?: string; pair?: string },
  form?: FormData,
): Promise<{ community: Community; person: SignedIn; pair: TrackedPair; part: PairPart }> {
  const { community, person } = await enter(context, request, params.community, form);
  const id = readId(params.pair) ?? notFound("pair");
  const pair = await findPair(context.db, community.id, id);
  const part = pair && partIn(pair, { personId: person.id, organizer: community.role === "organizer" });
  if (pair && part) return { community, person, pair, part };
  return notFound("pair");
}

/** The lock-in at `/pairs/:pair/lock-ins/:lockIn`, for those to whom its pair is there. */
export async function lockInAt(
  context: AppLoadContext,
  request: Request,
  params: { community?: string; pair?: string; lockIn?: string },
  form?: FormData,
): Promise<Awaited<ReturnType<typeof pairAt>> & { lockIn: LockIn }> {
  const at = await pairAt(context, request, params, form);
  const id = readId(params.lockIn) ?? notFound("lock-in");
  const lockIn = await findLockIn(context.db, { communityId: at.community.id, id: at.pair.id }, id);
  return { ...at, lockIn: lockIn ?? notFound("lock-in") };
}
