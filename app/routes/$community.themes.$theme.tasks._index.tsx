import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { listMembers } from "../../db/queries/communities.server";
import { addTaskWaiting } from "../../db/queries/task-revision.server";
import { framesRefusal, organize } from "../auth/community.server";
import { themeAt, tooLate } from "../auth/roadmap.server";
import { peopleOptions } from "../components/form-state";
import { NewTaskPage } from "../components/new-task-page";
import { addedWords, unknownWords } from "../domain/tasks/words";
import { awaitedIn } from "../http/awaited-questions";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { type FormFault, parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { newTaskForm, taskTextOf, withProposal } from "../http/task-fields.server";
import { awaitedIds, pillarOptions } from "../http/task-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Add a task · Portolan" }];

/** Nothing to read; after a refused form it frames the page that shows the form again. */
export const loader = framesRefusal;

/** Adds a task at the end of its pillar; "propose" shows the form again, with a proposal in what is empty. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const deed = { action: "add task", object: "tasks", objectKey: params.theme };
  const { community } = await organize(context, request, params.community, deed, form);
  const theme = await themeAt(context, community, params.theme, form);
  const members = await listMembers(context.db, community.id);
  const questions = theme.questions.filter(({ decision }) => decision === null);
  const typed = typedIn(form);
  const again = (state: FormFault, status: number) => {
    const at = { community: { slug: community.slug }, theme: { slug: theme.slug, title: theme.title } };
    const choices = { pillars: pillarOptions(theme.pillars), questions, members: peopleOptions(members) };
    return data({ ...at, ...choices, awaited: awaitedIn(typed), ...state }, { status });
  };
  if (form.has("propose")) return again({ errors: [], typed: withProposal(typed) }, 200);
  const parsed = await parseForm(context, form, newTaskForm(members, theme.pillars));
  if (!parsed.ok) return again(parsed, 422);

  const { pillar: pillarId, waitsFor } = parsed.values;
  const place = { communityId: community.id, themeId: theme.id, pillarId };
  const waits = { waitsFor, questionIds: awaitedIds(form, questions) };
  const made = await change(context.db, await context.doer(), "add task", (tx) =>
    addTaskWaiting(tx, place, taskTextOf(parsed.values), waits),
  );
  if (made.is === "unknown") {
    return again({ errors: [{ field: "waitsFor", message: unknownWords(made.numbers) }], typed }, 422);
  }
  if (made.is === "nowhere") return tooLate(community, form);
  return redirectSaying(`${paths.theme(community, theme)}#task-${made.number}`, addedWords(made.number));
}

export default function AddTask() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  return <NewTaskPage {...answer} errors={faultsOf(answer)} />;
}
