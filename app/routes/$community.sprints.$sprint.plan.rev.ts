import type { LoaderFunctionArgs } from "@remix-run/node";
import { findPlanRev } from "../../db/queries/plans.server";
import { planner } from "../auth/planning.server";

/** At which revision the plan of a sprint is, and who changed it last: what an open table asks every few seconds. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, sprint } = await planner(context, request, params, "read plan");
  const now = await findPlanRev(context.db, community.id, sprint.id);
  const headers = { ETag: `"${now.rev}"`, "Cache-Control": "private, no-cache" };
  if (request.headers.get("If-None-Match") === headers.ETag) return new Response(null, { status: 304, headers });
  return Response.json(now, { headers });
}
