import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { findTasksByNumber } from "../../db/queries/dependencies.server";
import { findLastWriter } from "../../db/queries/last-writer.server";
import { findTaskChoices } from "../../db/queries/task-choices.server";
import { reviseTask } from "../../db/queries/task-revision.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { taskAt } from "../auth/roadmap.server";
import { ButtonLink } from "../components/button";
import { CircleNote } from "../components/circle-note";
import { ClashNote } from "../components/clash-note";
import { Actions, Narrow, Stack } from "../components/columns";
import { peopleOptions } from "../components/form-state";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { TaskForm } from "../components/task-form";
import { circleWords, unknownWords } from "../domain/tasks/words";
import { awaitedIn } from "../http/awaited-questions";
import { clashingEdit, type EditAnswer, refusedEdit } from "../http/edit-answer";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { placeValue, taskEditForm, taskTextOf, withProposal } from "../http/task-fields.server";
import { awaitedIds, numbersIn, taskClashFields, taskFormOf } from "../http/task-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.task.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (number: string | undefined) => ({ action: "edit task", object: "tasks", objectKey: number });

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.number));
  const task = await taskAt(context, community, params.number);
  const choices = await findTaskChoices(context.db, community.id, task);
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    task: { number: task.number, title: task.title },
    theme: { slug: task.themeSlug, title: task.themeTitle },
    members: peopleOptions(choices.members),
    places: choices.places.map((place) => ({ value: placeValue(place), label: place.label })),
    questions: choices.questions,
    filled: { ...taskFormOf(task, choices), ...kept?.typed },
    awaited: kept ? awaitedIn(kept.typed) : choices.awaited.map(({ number }) => number),
  };
}

/**
 * Rewrites a task, its place and what it waits for. Whoever saves second sees what the first one wrote, beside their own;
 * "propose" shows the form again, with a proposal in what is empty.
 */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await organize(context, request, params.community, deedOn(params.number), form);
  const task = await taskAt(context, community, params.number, form);
  const choices = await findTaskChoices(context.db, community.id, task);
  const typed = typedIn(form);
  if (form.has("propose")) return data<EditAnswer>({ errors: [], typed: withProposal(typed), clash: null });
  const parsed = await parseForm(context, form, taskEditForm(choices.members, choices.places));
  if (!parsed.ok) return refusedEdit({ errors: parsed.errors, typed });

  const { seen: rev, place, waitsFor } = parsed.values;
  const revision = {
    text: taskTextOf(parsed.values),
    place,
    waitsFor,
    questionIds: awaitedIds(form, choices.questions),
  };
  const became = await change(context.db, await context.doer(), "edit task", (tx) =>
    reviseTask(tx, { ...task, communityId: community.id, rev }, revision),
  );
  const refuse = (field: string, message: string, circle?: EditAnswer["circle"]) =>
    refusedEdit({ errors: [{ field, message }], typed }, circle);
  if (became.is === "unknown") return refuse("waitsFor", unknownWords(became.numbers));
  if (became.is === "circle") {
    const { cycle } = became;
    const circle = { cycle, tasks: await findTasksByNumber(context.db, community.id, cycle) };
    return refuse("waitsFor", circleWords(cycle), circle);
  }
  if (became.is === "nowhere") return refuse("place", "That place was deleted a moment ago. Choose another.");

  const now = await taskAt(context, community, params.number, form);
  if (became.is === "saved") {
    return redirectSaying(
      `${paths.theme(community, { slug: now.themeSlug })}#task-${now.number}`,
      "The task is saved.",
    );
  }
  const present = await findTaskChoices(context.db, community.id, now);
  const written = { ...typed, waitsFor: numbersIn(waitsFor), questions: numbersIn(awaitedIn(typed)) };
  const by = await findLastWriter(context.db, "tasks", task.id);
  return clashingEdit(written, taskFormOf(now, present), taskClashFields(present), by);
}

export default function EditTask() {
  const { community, task, theme, members, places, questions, filled, awaited } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { seen, ...typed } = { ...filled, ...answer?.typed };
  return (
    <>
      <PageHeader
        where={[
          { href: paths.theme(community, theme), label: theme.title },
          { href: paths.task(community, task), label: task.title },
        ]}
        title={`Edit task ${task.number}`}
      />
      {answer?.clash ? <ClashNote {...answer.clash} /> : null}
      {answer?.circle ? <CircleNote community={community} {...answer.circle} /> : null}
      <Narrow>
        <Stack>
          <TaskForm
            action={paths.taskEdit(community, task)}
            submit="Save the task"
            place={{ name: "place", label: "Move to", options: places }}
            members={members}
            questions={questions}
            awaited={answer ? awaitedIn(answer.typed) : awaited}
            seen={seen}
            typed={typed}
            errors={faultsOf(answer)}
          />
          <Section title="Too big, or not needed any more?" id="more">
            <Actions>
              <ButtonLink href={paths.taskDivision(community, task)}>Divide the task</ButtonLink>
              <ButtonLink href={paths.taskMerging(community, task)}>Merge it into another</ButtonLink>
              <ButtonLink tone="quiet" href={paths.taskDeletion(community, task)}>
                Delete the task
              </ButtonLink>
            </Actions>
          </Section>
        </Stack>
      </Narrow>
    </>
  );
}
