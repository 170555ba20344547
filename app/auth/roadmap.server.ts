import type { AppLoadContext } from "@remix-run/node";
import type { Community } from "../../db/queries/communities.server";
import { type Decision, findDecision } from "../../db/queries/decisions.server";
import { findPillar } from "../../db/queries/pillars.server";
import { findDeletedQuestion, findQuestion, type Question } from "../../db/queries/questions.server";
import { findDeletedTask, findTask, type TaskFacts } from "../../db/queries/tasks.server";
import { findTheme, type Theme } from "../../db/queries/themes.server";
import { isSlug } from "../domain/roadmap/slug";
import { gone, notFound } from "../http/answers";
import { readId } from "../http/fields.server";
import { paths } from "../paths";

/*
 * What a route's address names. Anything else (another community's, malformed, never there) is missing; what was deleted
 * says by whom (410), and shows again what `form` holds.
 */

type WithDatabase = Pick<AppLoadContext, "db">;

/** The theme at `/themes/:theme`. */
export async function themeAt(
  context: WithDatabase,
  community: Community,
  slug: string | undefined,
  form?: FormData,
): Promise<Theme> {
  const theme = slug && isSlug(slug) ? await findTheme(context.db, community.id, slug) : null;
  if (!theme) return notFound("theme");
  if (!theme.deletedAt) return theme;
  const because = `${theme.deletedBy ?? "An organizer"} took the theme “${theme.title}” off the roadmap.`;
  return gone(because, { href: paths.roadmap(community), label: "Read the roadmap" }, form);
}

/** For what was to be added to a theme that was there a moment ago. */
export const tooLate = (community: Community, form: FormData): never =>
  gone(
    "Somebody took this theme off the roadmap a moment ago, so nothing could be added to it.",
    { href: paths.roadmap(community), label: "Read the roadmap" },
    form,
  );

/** The pillar at `/themes/:theme/pillars/:pillar`. */
export async function pillarAt(context: WithDatabase, community: Community, theme: Theme, id: string | undefined) {
  const known = readId(id);
  const pillar = known === null ? null : await findPillar(context.db, community.id, theme.id, known);
  return pillar ?? notFound("pillar");
}

/** The task at `/tasks/:number`. */
export async function taskAt(
  context: WithDatabase,
  community: Community,
  number: string | undefined,
  form?: FormData,
): Promise<TaskFacts> {
  const known = readId(number) ?? notFound("task");
  const task = await findTask(context.db, community.id, known);
  if (task) return task;
  const was = (await findDeletedTask(context.db, community.id, known)) ?? notFound("task");
  return goneTask(community, was, form);
}

type GoneTask = NonNullable<Awaited<ReturnType<typeof findDeletedTask>>>;

/** Says by whom a task was taken off the roadmap, and leads to the one it went into, where there is one. */
export function goneTask(community: Community, was: GoneTask, form?: FormData): never {
  const by = was.deletedBy ?? "An organizer";
  return was.into
    ? gone(
        `${by} merged the task “${was.title}” into “${was.into.title}”.`,
        { href: paths.task(community, was.into), label: `Go to task ${was.into.number}` },
        form,
      )
    : gone(
        `${by} took the task “${was.title}” off the roadmap.`,
        { href: paths.tasks(community), label: "Find another task" },
        form,
      );
}

/** The question at `/questions/:number`. */
export async function questionAt(
  context: WithDatabase,
  community: Community,
  number: string | undefined,
  form?: FormData,
): Promise<Question> {
  const known = readId(number) ?? notFound("question");
  const question = await findQuestion(context.db, community.id, known);
  if (question) return question;
  const was = (await findDeletedQuestion(context.db, community.id, known)) ?? notFound("question");
  const because = `${was.deletedBy ?? "An organizer"} took the question “${was.title}” off the roadmap.`;
  const instead = was.themeGone
    ? { href: paths.roadmap(community), label: "Read the roadmap" }
    : { href: paths.theme(community, { slug: was.themeSlug }), label: "Read the theme" };
  return gone(because, instead, form);
}

/** The decision at `/decisions/:number`. It goes only with its theme. */
export async function decisionAt(
  context: WithDatabase,
  community: Community,
  number: string | undefined,
  form?: FormData,
): Promise<Decision> {
  const known = readId(number) ?? notFound("decision");
  const decision = (await findDecision(context.db, community.id, known)) ?? notFound("decision");
  if (!decision.deletedAt) return decision;
  const because = `The theme “${decision.theme}” was taken off the roadmap, and this decision with it.`;
  return gone(because, { href: paths.decisions(community), label: "Read the decision log" }, form);
}
