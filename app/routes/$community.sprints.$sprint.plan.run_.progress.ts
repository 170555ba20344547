import type { LoaderFunctionArgs } from "@remix-run/node";
import { planner } from "../auth/planning.server";

/** How far the run of a sprint's pairing has got; null when none goes on: what an open table asks twice a second. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { sprint } = await planner(context, request, params, "read plan");
  const running = context.pairingRuns?.find(sprint.id) ?? null;
  return Response.json({ running }, { headers: { "Cache-Control": "private, no-store" } });
}
