import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { findTasksByNumber } from "../../db/queries/dependencies.server";
import { listBlockerFacts } from "../../db/queries/neighbours.server";
import { addBlocker, findTasksCalled } from "../../db/queries/task-blockers.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { taskAt } from "../auth/roadmap.server";
import { BlockerChoice } from "../components/blocker-choice";
import { type Circle, CircleNote } from "../components/circle-note";
import { Narrow, Stack } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { BlockerForm, WaitsFor } from "../components/waits-for";
import { limits } from "../domain/limits";
import { taskRow } from "../domain/tasks/row";
import { circleWords, unknownWords, waitsNowWords } from "../domain/tasks/words";
import { tidyLine } from "../domain/text";
import { insist } from "../http/answers";
import { faultAt, faultsOf } from "../http/fault";
import { taskNumber } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { type FormFault, parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { blockerForm } from "../http/task-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What ${data?.task.title} waits for · ${data?.community.name} · Portolan` },
];

const deedOn = (number: string | undefined) => ({ action: "add blocker", object: "tasks", objectKey: number });

/** What a task waits for, and the tasks that the words in the address find. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, person } = await organize(context, request, params.community, deedOn(params.number));
  const task = await taskAt(context, community, params.number);
  const kept = await restoreForm(context, request);
  const asked = tidyLine(kept?.typed.task ?? new URL(request.url).searchParams.get("task") ?? "");
  const words = asked.slice(0, limits.searchCharacters);
  const [blockers, found] = await Promise.all([
    listBlockerFacts(context.db, community.id, task.id),
    words === "" ? null : findTasksCalled(context.db, community.id, task, words),
  ]);
  const row = (facts: Parameters<typeof taskRow>[0]) => taskRow(facts, community.now);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    viewer: { id: person.id, timeZone: person.timeZone },
    task: { number: task.number, title: task.title },
    blockers: blockers.map(row),
    words,
    found: found && {
      more: found.more,
      rows: found.tasks.map((other) => ({ ...row(other), theme: other.themeTitle })),
    },
  };
}

type Answer = FormFault & { circle: Circle | null };

/** A number is what it waits for from now on; words lead to a choice. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await organize(context, request, params.community, deedOn(params.number), form);
  const task = await taskAt(context, community, params.number, form);
  const typed = typedIn(form);
  const refuse = (message: string, circle: Circle | null = null) =>
    data<Answer>({ errors: [{ field: "task", message }], typed, circle }, { status: 422 });
  const parsed = await parseForm(context, form, blockerForm);
  if (!parsed.ok) return data<Answer>({ ...parsed, circle: null }, { status: 422 });

  const words = parsed.values.task;
  const number = taskNumber(words);
  if (number === null) return redirect(`${paths.taskBlockers(community, task, words)}#found`, 303);
  const became = await change(context.db, await context.doer(), "add blocker", (tx) =>
    addBlocker(tx, { ...task, communityId: community.id }, number),
  );
  if (became.is === "circle") {
    const tasks = await findTasksByNumber(context.db, community.id, became.cycle);
    return refuse(circleWords(became.cycle), { cycle: became.cycle, tasks });
  }
  if (became.is === "gone") return refuse(unknownWords([number]));
  if (became.is === "refused") {
    const back = { href: paths.task(community, task), label: "Back to the task" };
    await insist(context, became.verdict, { ...deedOn(params.number), communityId: community.id }, back, form);
  }
  const holder = became.is === "added" ? became.holder : null;
  return redirectSaying(`${paths.task(community, task)}#needs`, waitsNowWords(task.number, number, holder));
}

export default function TaskBlockers() {
  const { community, viewer, task, blockers, words, found } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        where={[
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.task(community, task), label: task.title },
        ]}
        title={`What task ${task.number} waits for`}
        lede="It can be claimed once all of it is finished."
      />
      <ErrorSummary form="blocker" errors={faultsOf(answer)} />
      <Narrow>
        <Stack>
          {answer?.circle ? <CircleNote community={community} {...answer.circle} /> : null}
          {blockers.length === 0 ? null : (
            <WaitsFor
              community={community}
              task={task}
              blockers={blockers}
              viewerId={viewer.id}
              readerZone={viewer.timeZone}
              organizing
            />
          )}
          <BlockerForm
            community={community}
            task={task}
            value={answer?.typed.task ?? words}
            error={faultAt(answer, "task")}
          />
          {found ? (
            <Section title={`Tasks with “${words}”`} id="found" level={3}>
              <BlockerChoice community={community} task={task} rows={found.rows} more={found.more} />
            </Section>
          ) : null}
        </Stack>
      </Narrow>
    </>
  );
}
