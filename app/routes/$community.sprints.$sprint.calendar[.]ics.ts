import type { LoaderFunctionArgs } from "@remix-run/node";
import { visit } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { sprintCalendar } from "../bridges/ical.server";
import { paths } from "../paths";

/** A sprint's days for anybody's calendar: what its public page says, and nothing else. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { community } = await visit(context, params.community);
  const sprint = await sprintAt(context, community, params.sprint);
  const url = `${context.origin}${paths.sprint(community, sprint)}`;
  return new Response(sprintCalendar(sprint, { url, now: community.now }), {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": `attachment; filename="${sprint.slug}.ics"`,
      "Cache-Control": "no-cache",
    },
  });
}
