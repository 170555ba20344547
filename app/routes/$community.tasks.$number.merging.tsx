import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { listAddressees } from "../../db/queries/people.server";
import { mergeTasks } from "../../db/queries/task-merging.server";
import { findTask } from "../../db/queries/tasks.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { taskAt } from "../auth/roadmap.server";
import { openPost } from "../bridges/post.server";
import { Narrow } from "../components/columns";
import { MergingForm } from "../components/merging-form";
import { PageHeader } from "../components/page-header";
import { mergedWords } from "../domain/tasks/words";
import { insist } from "../http/answers";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { tellHolder } from "../http/holder-letters.server";
import { typedIn } from "../http/kept-text";
import { type FormFault, parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { mergingForm } from "../http/task-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Merge ${data?.task.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (number: string | undefined) => ({ action: "merge tasks", object: "tasks", objectKey: number });

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.number));
  const task = await taskAt(context, community, params.number);
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    task: { number: task.number, title: task.title },
    theme: { slug: task.themeSlug, title: task.themeTitle },
    filled: { into: "", ...kept?.typed },
  };
}

/** Puts this task into another one, with every line it has. Whoever holds it goes on with that one, and is told. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await organize(context, request, params.community, deedOn(params.number), form);
  const task = await taskAt(context, community, params.number, form);
  const parsed = await parseForm(context, form, mergingForm);
  const refuse = (message: string, status = 422) =>
    data<FormFault>({ errors: [{ field: "into", message }], typed: typedIn(form) }, { status });
  if (!parsed.ok) return data<FormFault>(parsed, { status: 422 });
  const kept = await findTask(context.db, community.id, parsed.values.into);
  if (!kept) return refuse(`There is no task ${parsed.values.into} here. Write the number of another one.`);

  const post = openPost(context);
  const became = await change(context.db, await context.doer(), "merge tasks", async (tx) => {
    const merged = await mergeTasks(tx, community.id, kept, task, person.id);
    if (merged.is === "merged" && merged.holder) {
      const to = await listAddressees(tx, [merged.holder.personId]);
      await tellHolder(post.in(tx, community), to, { community, task, now: kept.number, how: "merged", by: person });
    }
    return merged;
  });
  if (became.is === "unclear") return refuse(became.because);
  if (became.is === "stale")
    return refuse("One of the two was saved a moment ago. Look at both, then merge them.", 409);
  if (became.is === "refused") {
    const back = { href: paths.task(community, task), label: "Back to the task" };
    await insist(context, became.verdict, { ...deedOn(params.number), communityId: community.id }, back, form);
    return refuse(became.verdict.because, 409);
  }
  await post.send();
  return redirectSaying(
    paths.task(community, kept),
    mergedWords(task.number, kept.number, became.holder?.name ?? null),
  );
}

export default function MergeTask() {
  const { community, task, theme, filled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        where={[
          { href: paths.theme(community, theme), label: theme.title },
          { href: paths.task(community, task), label: task.title },
        ]}
        title={`Merge task ${task.number} into another`}
        lede="The other task takes over every line of this one, what it waits for, what waits for it, and whoever holds it. This task's address leads there from then on."
      />
      <Narrow>
        <MergingForm
          action={paths.taskMerging(community, task)}
          typed={{ ...filled, ...answer?.typed }}
          errors={faultsOf(answer)}
        />
      </Narrow>
    </>
  );
}
