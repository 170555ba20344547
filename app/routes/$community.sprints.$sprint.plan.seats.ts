import type { LoaderFunctionArgs } from "@remix-run/node";
import { planner } from "../auth/planning.server";
import { readId } from "../http/fields.server";
import { readPlan } from "../jobs/crowd-reader.server";

/** What it would take to put a newcomer with each mentor: asked once, when they are picked up. Empty for nobody in particular. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, sprint } = await planner(context, request, params, "read plan");
  const newcomer = readId(new URL(request.url).searchParams.get("newcomer") ?? "");
  const seats =
    newcomer === null ? [] : await readPlan(context, { community, sprint }, "seats", { newcomerId: newcomer });
  return Response.json({ seats }, { headers: { "Cache-Control": "private, no-store" } });
}
