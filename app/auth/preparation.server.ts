import type { AppLoadContext } from "@remix-run/node";
import type { Community } from "../../db/queries/communities.server";
import { findPreparation, type Preparation } from "../../db/queries/preparations.server";
import { notFound } from "../http/answers";
import { readId } from "../http/fields.server";
import { enter } from "./community.server";
import type { SignedIn } from "./session.server";

/** The preparation at `/preparations/:preparation`, for members. To everybody else it is as missing as one that never was. */
export async function preparationAt(
  context: AppLoadContext,
  request: Request,
  params: { community?: string; preparation?: string },
  form?: FormData,
): Promise<{ community: Community; person: SignedIn; preparation: Preparation }> {
  const { community, person } = await enter(context, request, params.community, form);
  const id = readId(params.preparation) ?? notFound("preparation");
  const preparation = await findPreparation(context.db, community.id, id);
  if (preparation && community.role !== null) return { community, person, preparation };
  return notFound("preparation");
}
