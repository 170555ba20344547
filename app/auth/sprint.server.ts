import type { AppLoadContext } from "@remix-run/node";
import type { Community } from "../../db/queries/communities.server";
import { findSprint, type Sprint } from "../../db/queries/sprints.server";
import { isSlug } from "../domain/roadmap/slug";
import { notFound } from "../http/answers";

/** The sprint at `/sprints/:sprint`. Another community's is as missing as one that never was. */
export async function sprintAt(
  context: Pick<AppLoadContext, "db">,
  community: Community,
  slug: string | undefined,
): Promise<Sprint> {
  const sprint = slug && isSlug(slug) ? await findSprint(context.db, community.id, slug) : null;
  return sprint ?? notFound("sprint");
}
