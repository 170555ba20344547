import type { LoaderFunctionArgs } from "@remix-run/node";
import { listLostLetters } from "../../../db/queries/letters.server";
import { listClaimsAtSprint, listStandings, listWishedThemes } from "../../../db/queries/overview.server";
import { listTrackedPairs } from "../../../db/queries/pair-tracking.server";
import { listPreparedDuring } from "../../../db/queries/preparations.server";
import { organize } from "../../auth/community.server";
import { sprintAt } from "../../auth/sprint.server";
import { timeLeft } from "../../domain/claims/clock";
import { limits } from "../../domain/limits";
import { byUrgency, pairHealths } from "../../domain/pairs/health";
import { pairRow } from "../../domain/pairs/row";
import { preparationVerbs } from "../../domain/preparations/said";
import { overviewOf } from "../../domain/sprint/overview";

/** How a sprint is going, for the organizers of its community. */
export async function readOverview({ context, params, request }: LoaderFunctionArgs) {
  const { community, person } = await organize(context, request, params.community, {
    action: "read overview",
    object: "sprints",
    objectKey: params.sprint,
    what: "see how its sprints are going",
  });
  const sprint = await sprintAt(context, community, params.sprint);
  const [standings, themes, pairs, claims, prepared, lost] = await Promise.all([
    listStandings(context.db, community.id, sprint.id),
    listWishedThemes(context.db, community.id, sprint.id, limits.themesOnPage),
    listTrackedPairs(context.db, community.id, sprint.id),
    listClaimsAtSprint(context.db, community.id, sprint.id),
    listPreparedDuring(context.db, community.id, sprint),
    listLostLetters(context.db, community.id),
  ]);
  const now = community.now;
  const asked = new URL(request.url).searchParams.get("pairs");
  const only = pairHealths.find((health) => health === asked) ?? null;
  const urgent = byUrgency(pairs, now);
  const shown = urgent.filter(({ health }) => only === null || health.is === only);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    readerZone: person.timeZone,
    lost: lost.map(({ id, name, subject, writtenAt }) => ({ id, name, subject, at: writtenAt.toISOString() })),
    timeZone: sprint.timeZone,
    now,
    overview: overviewOf(standings, sprint),
    themes,
    pairs: pairs.length,
    only,
    healths: pairHealths.map((is) => ({ is, count: urgent.filter(({ health }) => health.is === is).length })),
    rows: shown.slice(0, limits.pageSizeMost).map(({ pair }) => pairRow(pair, "organizer", person.id, now)),
    more: Math.max(0, shown.length - limits.pageSizeMost),
    claims: claims.map(({ number, title, name, expiresAt }) => ({
      number,
      title,
      name,
      left: timeLeft(expiresAt, now),
    })),
    prepared: prepared.map(({ id, kind, title, name }) => ({ id, title: `${preparationVerbs[kind]} ${title}`, name })),
  };
}
