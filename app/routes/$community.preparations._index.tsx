import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { findGaugeSprint } from "../../db/queries/gauge.server";
import { type PreparationOf, takePreparation } from "../../db/queries/preparations.server";
import { enter, visit } from "../auth/community.server";
import { questionAt, taskAt, themeAt } from "../auth/roadmap.server";
import { preparingWords } from "../domain/preparations/said";
import { gaugeSprint } from "../domain/roadmap/gauge";
import { standing } from "../domain/tasks/standing";
import { insist, notFound, unreadable } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { preparationForm } from "../http/preparation-fields.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

/** Reading this address leads to what there is to prepare: taking a piece is something one does. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const { community } = await visit(context, params.community);
  return redirect(`${paths.roadmapGuidance(community)}#next`, 303);
}

/** Takes a piece of preparation: one has it, by unique indexes; everybody else is told who. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const parsed = await parseForm(context, form, preparationForm);
  if (!parsed.ok) return unreadable("Choose what to prepare from the list, and press its button.");
  const { kind, theme: slug, about } = parsed.values;
  const theme = await themeAt(context, community, slug, form);
  const of: PreparationOf = { kind, themeId: theme.id, taskId: null, questionId: null, sprintId: null };
  let reached = false;
  if (kind === "task") {
    const task = await taskAt(context, community, String(about), form);
    if (task.themeId !== theme.id) return notFound("task");
    of.taskId = task.id;
    reached = task.finishedAt !== null || standing(task, community.now).readiness.ready;
  } else if (kind === "answer") {
    const question = await questionAt(context, community, String(about));
    if (question.themeId !== theme.id) return notFound("question");
    of.questionId = question.id;
    reached = question.decided;
  } else if (kind === "mentor") {
    const found = await findGaugeSprint(context.db, community.id);
    if (!found || gaugeSprint([found.sprint], community.now)?.is === "last") return notFound("sprint");
    of.sprintId = found.sprint.id;
    reached = found.wishes.mentors.some(({ themes }) => themes.includes(theme.id));
  }
  const outcome = await change(context.db, await context.doer(), "claim preparation", (tx) =>
    takePreparation(tx, community, of, { personId: person.id, reached }),
  );
  if (!outcome.ok) {
    const deed = { action: "claim preparation", object: "preparations", objectKey: slug, communityId: community.id };
    return insist(context, outcome.verdict, deed, {
      href: `${paths.roadmapGuidance(community)}#next`,
      label: "What else to prepare",
    });
  }
  return redirectSaying(paths.preparation(community, outcome.id), preparingWords(outcome.expiresAt, community.now));
}

/** Nothing to show, but a place to show a refusal in. */
export default function Preparations() {
  return null;
}
