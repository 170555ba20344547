import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { findLastWriter } from "../../db/queries/last-writer.server";
import { listAddressees } from "../../db/queries/people.server";
import { divideTask } from "../../db/queries/task-division.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { taskAt } from "../auth/roadmap.server";
import { toHtml } from "../bridges/markdown.server";
import { openPost } from "../bridges/post.server";
import { Columns } from "../components/columns";
import { DefinitionList } from "../components/definition-list";
import { DivisionForm } from "../components/division-form";
import { PageHeader } from "../components/page-header";
import { Prose } from "../components/prose";
import { Section } from "../components/section";
import { canDivide } from "../domain/roadmap/deeds";
import { readParts } from "../domain/roadmap/parts";
import { writeSize } from "../domain/tasks/size";
import { dividedWords } from "../domain/tasks/words";
import { insist } from "../http/answers";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { tellHolder } from "../http/holder-letters.server";
import { typedIn } from "../http/kept-text";
import { type FormFault, parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { divisionForm } from "../http/task-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Divide ${data?.task.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (number: string | undefined) => ({ action: "divide task", object: "tasks", objectKey: number });

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.number));
  const task = await taskAt(context, community, params.number);
  const verdict = canDivide({ finished: task.finishedAt !== null });
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    task: { number: task.number, title: task.title },
    theme: { slug: task.themeSlug, title: task.themeTitle },
    size: task.sizeMinutes === null ? null : writeSize(task.sizeMinutes),
    texts: [
      { term: "Goal", html: toHtml(task.goal || task.themeWhy) },
      { term: "Start", html: toHtml(task.start) },
      { term: "Done when", html: toHtml(task.doneWhen) },
      { term: "Verify", html: toHtml(task.verify) },
      { term: "Notes", html: toHtml(task.notes) },
    ].filter(({ html }) => html !== ""),
    refusal: verdict.ok ? null : verdict.because,
    holder: task.holderName,
    filled: { parts: "", keeps: "1", seen: String(task.rev), ...kept?.typed },
  };
}

/** Divides a task. It stays, and waits for its parts; whoever holds it goes on with one of them, and is told. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await organize(context, request, params.community, deedOn(params.number), form);
  const task = await taskAt(context, community, params.number, form);
  const parsed = await parseForm(context, form, divisionForm);
  if (!parsed.ok) return data<FormFault>(parsed, { status: 422 });
  const typed = typedIn(form);
  const refuse = (message: string) =>
    data<FormFault>({ errors: [{ field: "parts", message }], typed }, { status: 422 });
  const read = readParts(parsed.values.parts);
  if (!read.ok) return refuse(read.because);

  const post = openPost(context);
  const became = await change(context.db, await context.doer(), "divide task", async (tx) => {
    const seen = { ...task, rev: parsed.values.seen };
    const by = { by: person.id, keeps: parsed.values.keeps ?? 1 };
    const divided = await divideTask(tx, community.id, seen, read.parts, by);
    if (divided.is === "divided" && divided.holder) {
      const to = await listAddressees(tx, [divided.holder.personId]);
      const passed = { community, task, now: divided.holder.number, how: "divided", by: person } as const;
      await tellHolder(post.in(tx, community), to, passed);
    }
    return divided;
  });
  if (became.is === "unclear") return refuse(became.because);
  if (became.is === "refused") {
    const back = { href: paths.task(community, task), label: "Back to the task" };
    await insist(context, became.verdict, { ...deedOn(params.number), communityId: community.id }, back, form);
  }
  if (became.is === "divided") {
    await post.send();
    const said = dividedWords(task.number, became.numbers.length, became.holder);
    return redirectSaying(`${paths.theme(community, { slug: task.themeSlug })}#task-${task.number}`, said);
  }
  const now = await taskAt(context, community, params.number, form);
  const by = (await findLastWriter(context.db, "tasks", task.id)) ?? "Somebody";
  const message = `${by} saved this task while you were writing. It stands here as it is now: look it over, then divide it.`;
  const again = { errors: [{ field: "form", message }], typed: { ...typed, seen: String(now.rev) } };
  return data<FormFault>(again, { status: 409 });
}

export default function DivideTask() {
  const { community, task, theme, size, texts, refusal, holder, filled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { seen, ...typed } = { ...filled, ...answer?.typed };
  return (
    <>
      <PageHeader
        where={[
          { href: paths.theme(community, theme), label: theme.title },
          { href: paths.task(community, task), label: task.title },
        ]}
        title={`Divide task ${task.number}`}
        lede={
          refusal ??
          "It stays, with its number and its links, and waits for its parts: once they are finished, what is left of it can be taken. The parts stand right behind it, take over its goal and whom to ask, and wait for whatever it waits for."
        }
      />
      <Columns
        besideLabel="The task as it is"
        beside={
          <Section title={task.title} id="task" lede={size ?? undefined}>
            <DefinitionList definitions={texts.map(({ term, html }) => ({ term, said: <Prose html={html} /> }))} />
          </Section>
        }
      >
        {refusal ? null : (
          <DivisionForm
            action={paths.taskDivision(community, task)}
            holder={holder}
            seen={seen}
            typed={typed}
            errors={faultsOf(answer)}
          />
        )}
      </Columns>
    </>
  );
}
