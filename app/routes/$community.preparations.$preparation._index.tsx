import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { findLastWriter } from "../../db/queries/last-writer.server";
import { finishReached } from "../../db/queries/preparation-endings.server";
import { findPreparation } from "../../db/queries/preparations.server";
import { editTask } from "../../db/queries/task-writing.server";
import { preparationAt } from "../auth/preparation.server";
import { taskAt } from "../auth/roadmap.server";
import { Narrow, Stack } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { EndPreparationForm, PreparedTaskForm } from "../components/preparation-forms";
import { Quote } from "../components/quote";
import { Section } from "../components/section";
import { timeLeft } from "../domain/claims/clock";
import { canWriteGuidance } from "../domain/preparations/deeds";
import { preparationVerbs, preparationWays } from "../domain/preparations/said";
import { standing } from "../domain/tasks/standing";
import { insist, notFound } from "../http/answers";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { type FormFault, parseForm } from "../http/parse-form.server";
import { preparedTaskForm } from "../http/preparation-fields.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Preparing ${data?.title} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, person, preparation } = await preparationAt(context, request, params);
  const { id, kind, title, theme, name, holds, reason, note, taskNumber, questionNumber } = preparation;
  const own = preparation.personId === person.id;
  const task = taskNumber === null ? null : await taskAt(context, community, String(taskNumber));
  const { goal = "", start = "", doneWhen = "", verify = "", rev = 0 } = task ?? {};
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    ...{ id, kind, title, theme, name, own, holds, reason, note },
    about:
      taskNumber !== null
        ? paths.task(community, { number: taskNumber })
        : questionNumber !== null
          ? paths.question(community, { number: questionNumber })
          : paths.theme(community, theme),
    left: timeLeft(preparation.expiresAt, community.now),
    because: task ? standing(task, community.now).readiness.because : null,
    filled: task && own && holds ? { goal, start, doneWhen, verify, seen: String(rev) } : null,
  };
}

/** Writes the guidance of a task, for whoever prepares it; what makes it ready finishes the preparation. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person, preparation } = await preparationAt(context, request, params, form);
  const page = { href: paths.preparation(community, preparation.id), label: "Back to the preparation" };
  const deed = { action: "prepare task", object: "preparations", objectKey: preparation.id, communityId: community.id };
  await insist(context, canWriteGuidance(preparation, person.id), deed, page, form);
  const task = await taskAt(context, community, String(preparation.taskNumber), form);
  const parsed = await parseForm(context, form, preparedTaskForm);
  if (!parsed.ok) return data<FormFault>(parsed, { status: 422 });
  const { seen: rev, ...texts } = parsed.values;
  const saved = await change(context.db, await context.doer(), "prepare task", async (tx) => {
    if (!(await editTask(tx, { communityId: community.id, id: task.id, rev }, texts))) return false;
    await finishReached(tx, community.id);
    return true;
  });
  if (!saved) {
    const now = await taskAt(context, community, String(preparation.taskNumber), form);
    const by = (await findLastWriter(context.db, "tasks", task.id)) ?? "Somebody";
    const message = `${by} saved this task while you were writing. Look at its page, then save yours again.`;
    const typed = { ...typedIn(form), seen: String(now.rev) };
    return data<FormFault>({ errors: [{ field: "form", message }], typed }, { status: 409 });
  }
  const after = (await findPreparation(context.db, community.id, preparation.id)) ?? notFound("preparation");
  if (after.reason !== "finished") return redirectSaying(page.href, "Saved. The page says what is still missing.");
  return redirectSaying(
    paths.task(community, task),
    "The task is ready, and your name stands under who prepared it. Thank you.",
  );
}

export default function PreparationPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { community, id, kind, title, theme, name, own, holds, reason, note, about, left, because, filled } = page;
  const { seen, ...typed } = { ...filled, ...answer?.typed };
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader
        where={[
          { href: paths.roadmapGuidance(community), label: "Guidance" },
          { href: paths.theme(community, theme), label: theme.title },
        ]}
        title={`${preparationVerbs[kind]} ${title}`}
        lede={
          holds
            ? `${own ? "You prepare this" : `${name} prepares this`}: ${left}. ${own ? preparationWays[kind] : ""}`
            : reason === "finished"
              ? `${name} has prepared this.`
              : "Nobody prepares this now. It was handed back, or its time ran out."
        }
        note={<a href={about}>Read it as it is</a>}
      />
      {note ? (
        <Section title={`What ${name} left for the next`} id="note">
          <Quote>{note}</Quote>
        </Section>
      ) : null}
      <Narrow>
        <Stack>
          <ErrorSummary errors={errors} />
          {filled ? (
            <Section title="What is missing" id="guidance" lede={because ?? undefined}>
              <PreparedTaskForm
                action={paths.preparation(community, id)}
                seen={seen ?? ""}
                typed={typed}
                errors={errors}
              />
            </Section>
          ) : null}
          {holds && (own || community.role === "organizer") ? (
            <Section title={own ? "No time for it?" : "Does somebody else have time?"} id="ending">
              <EndPreparationForm community={community} preparationId={id} own={own} />
            </Section>
          ) : null}
        </Stack>
      </Narrow>
    </>
  );
}
