import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPairing } from "../../db/queries/pairing.server";
import { planner } from "../auth/planning.server";
import { seatOffers } from "../domain/plans/seat-offers";
import { readId } from "../http/fields.server";

/** What it would take to put a newcomer with each mentor: asked once, when they are picked up. Empty for nobody in particular. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, sprint } = await planner(context, request, params, "read plan");
  const newcomer = readId(new URL(request.url).searchParams.get("newcomer") ?? "");
  const pairing = newcomer === null ? null : await findPairing(context.db, community.id, sprint);
  const offers = pairing && newcomer !== null ? seatOffers(pairing, newcomer) : [];
  const seats = offers.map(({ mentorId, can, fit, brief }) => ({ mentorId, can, fit, words: brief }));
  return Response.json({ seats }, { headers: { "Cache-Control": "private, no-store" } });
}
