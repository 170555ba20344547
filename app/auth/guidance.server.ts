import type { AppLoadContext } from "@remix-run/node";
import type { Community } from "../../db/queries/communities.server";
import { findGaugeSprint } from "../../db/queries/gauge.server";
import { gaugeSprint, readGauge } from "../domain/roadmap/gauge";
import type { GaugeTheme, RoadmapGauge } from "../domain/roadmap/gauge-figures";

type WithDatabase = Pick<AppLoadContext, "db">;

/** A gauge, and the sprint whose people it counts (null: nobody's, or none was ever planned). */
export type Guidance = RoadmapGauge & { sprint: { is: "on" | "next" | "last"; slug: string; name: string } | null };

/**
 * The gauge of these themes as a viewer of this community may read it: organizers every number, members those behind which
 * nobody stands alone, everybody else what is ready. One statement for whoever belongs to it, none for others.
 */
export async function guidanceFor(
  context: WithDatabase,
  community: Community,
  themes: readonly GaugeTheme[],
): Promise<Guidance> {
  const { now } = community;
  const nobody = { newcomers: [], mentors: [] };
  if (community.role === null) {
    const read = readGauge(themes, { sprint: null, wishes: nobody, now, exact: false });
    return { ...read, sprint: null, themes: read.themes.map((theme) => ({ ...theme, says: readyWords(theme) })) };
  }
  const found = await findGaugeSprint(context.db, community.id);
  const sprint = found && gaugeSprint([found.sprint], now);
  const wishes = found?.wishes ?? nobody;
  const read = readGauge(themes, { sprint, wishes, now, exact: community.role === "organizer" });
  return { ...read, sprint: sprint && { is: sprint.is, slug: sprint.sprint.slug, name: sprint.sprint.name } };
}

const readyWords = ({ ready, open }: GaugeTheme): string => {
  if (open === 0) return "It has no task yet.";
  if (ready === 0) return "None of its tasks is ready yet.";
  return ready === 1 ? "1 task is ready for whoever comes." : `${ready} tasks are ready for whoever comes.`;
};
