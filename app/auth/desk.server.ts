import type { AppLoadContext } from "@remix-run/node";
import { type Considered, findDesk, findOtherWriter } from "../../db/queries/desk.server";
import { findNextSteps } from "../../db/queries/desk-steps.server";
import { organize } from "./community.server";
import { themeAt, tooLate } from "./roadmap.server";

type Params = { community?: string; theme?: string };

/** The theme whose desk an organizer is at. What `form` holds is kept for whoever has to sign in first. */
export async function deskAt(
  context: AppLoadContext,
  request: Request,
  params: Params,
  action: string,
  form?: FormData,
) {
  const deed = { action, object: "themes", objectKey: params.theme };
  const { community, person } = await organize(context, request, params.community, deed, form);
  const theme = await themeAt(context, community, params.theme, form);
  const here = { communityId: community.id, themeId: theme.id };
  return { community, person, theme, here, steps: await findNextSteps(context.db, { ...here, personId: person.id }) };
}

export type AtDesk = Awaited<ReturnType<typeof deskAt>>;

/** What the page of a desk is about, whatever stands on it. */
export const deskOn = ({ community, theme, steps }: AtDesk) => ({
  community: { slug: community.slug, name: community.name, role: community.role },
  theme: { slug: theme.slug, title: theme.title },
  steps,
  now: community.now,
});

/** The desk as it is stored. */
export async function openDesk(context: AppLoadContext, at: AtDesk) {
  const desk = await findDesk(context.db, at.here);
  return desk ?? tooLate(at.community, new FormData());
}

/** The desk with what was sent to it on it: nothing has been saved. */
export async function shownDesk(context: AppLoadContext, at: AtDesk, considered: Considered, agreed: boolean) {
  const { text, base, clashes, took, around } = considered;
  const by = took || clashes.length > 0 ? await findOtherWriter(context.db, at.here, at.person.id) : null;
  return { ...deskOn(at), text, base, around, agreed, clash: clashes.length > 0 ? { by, clashes } : null };
}
