import type { AppLoadContext, LoaderFunctionArgs } from "@remix-run/node";
import type { Community } from "../../db/queries/communities.server";
import { canOrganize } from "../domain/people/deeds";
import { isSlug } from "../domain/roadmap/slug";
import { insist, notFound } from "../http/answers";
import { onlyPost } from "../http/only-post";
import { paths } from "../paths";
import { requirePerson } from "./require-person.server";
import type { SignedIn } from "./session.server";

/** The community a page belongs to, with the viewer's part in it. A slug that is none is as missing as one nobody has. */
export async function visit(
  context: AppLoadContext,
  slug: string | undefined,
): Promise<{ community: Community; viewer: SignedIn | null }> {
  const viewer = await context.session.viewer();
  const community = slug && isSlug(slug) ? await context.session.community(slug) : null;
  return { community: community ?? notFound("community"), viewer };
}

/** The loader of an address that only takes a form, and answers a refused one with a page of its community. */
export async function framesRefusal({ context, params, request }: LoaderFunctionArgs) {
  onlyPost({ request });
  const { community } = await visit(context, params.community);
  return { community: { slug: community.slug, name: community.name, role: community.role } };
}

/** The community, for somebody signed in. Anybody else is sent to sign in, and what they had typed is kept. */
export async function enter(
  context: AppLoadContext,
  request: Request,
  slug: string | undefined,
  form?: FormData,
): Promise<{ community: Community; person: SignedIn }> {
  const { community } = await visit(context, slug);
  return { community, person: await requirePerson(context, request, form) };
}

/**
 * The community, for one of its organizers. `deed` says what they want to do, for the refusal on the audit trail; its
 * `what` for the refusal they read ("plan its sprints").
 */
export async function organize(
  context: AppLoadContext,
  request: Request,
  slug: string | undefined,
  deed: { action: string; object: string; objectKey?: string | number; what?: string },
  form?: FormData,
): Promise<{ community: Community; person: SignedIn }> {
  const { community, person } = await enter(context, request, slug, form);
  const { what, ...done } = deed;
  const verdict = canOrganize(community.role, community, what);
  const back = { href: paths.community(community), label: `Go to ${community.name}` };
  await insist(context, verdict, { ...done, communityId: community.id }, back, form);
  return { community, person };
}
