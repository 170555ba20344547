import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { claimTask } from "../../db/queries/claims.server";
import { listAlternatives } from "../../db/queries/free-tasks.server";
import { listBlockerFacts } from "../../db/queries/neighbours.server";
import { visit } from "../auth/community.server";
import { requirePerson } from "../auth/require-person.server";
import { taskAt } from "../auth/roadmap.server";
import { Alternatives, ClaimForm } from "../components/claim-panel";
import { Narrow } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { Quote } from "../components/quote";
import { Section } from "../components/section";
import { Time } from "../components/time";
import { WaitsFor } from "../components/waits-for";
import { claimedWords, timeLeft } from "../domain/claims/clock";
import { taskRow } from "../domain/tasks/row";
import { notFound } from "../http/answers";
import { claimNote } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { followsForm } from "../http/follows-form";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: not yours yet · Portolan" }];

/** Reading this address leads to the task: claiming is something one does. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await visit(context, params.community);
  if (followsForm(request)) return { community: { slug: community.slug, name: community.name, role: community.role } };
  const task = await taskAt(context, community, params.number);
  return redirect(paths.task(community, task), 303);
}

const fields = z.object({ note: claimNote });

/** Claiming: one wins, by a unique index; everybody else is told who, keeps what they wrote, and sees three others. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await visit(context, params.community);
  const task = await taskAt(context, community, params.number, form);
  const { number } = task;
  const person = await requirePerson(context, request, form);
  const parsed = await parseForm(context, form, fields);
  const at = { community: { slug: community.slug, name: community.name, role: community.role }, number };
  if (!parsed.ok) {
    const typed = { hours: community.claimHours, note: parsed.typed.note ?? "", errors: parsed.errors };
    return data({ ...at, refused: null, typed }, { status: 422 });
  }
  const doer = await context.doer();
  const { note } = parsed.values;
  const outcome = await claimTask(context.db, doer, community, number, { personId: person.id, note });
  if (!outcome) {
    // Deleted between the two looks: this says by whom.
    await taskAt(context, community, params.number, form);
    return notFound("task");
  }
  if (outcome.ok) return redirectSaying(paths.task(community, task), claimedWords(outcome.expiresAt, community.now));

  await context.refused({
    action: "claim task",
    because: outcome.verdict.because,
    object: "tasks",
    objectKey: number,
    communityId: community.id,
  });
  const [others, blockers] = await Promise.all([
    listAlternatives(context.db, community.id, task, 3),
    outcome.holder ? [] : listBlockerFacts(context.db, community.id, task.id),
  ]);
  const refused = {
    because: outcome.verdict.because,
    title: task.title,
    since: outcome.holder?.claimedAt ?? null,
    left: outcome.holder ? timeLeft(outcome.holder.expiresAt, community.now) : null,
    zone: person.timeZone,
    note,
    waitsFor: blockers
      .map((blocker) => taskRow(blocker, community.now))
      .filter(({ standing }) => standing.is !== "finished"),
    viewerId: person.id,
    alternatives: others.map((other) => ({ ...taskRow(other, community.now), theme: other.themeTitle })),
  };
  return data({ ...at, refused, typed: null }, { status: outcome.verdict.status });
}

export default function ClaimRefusedPage() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, number, refused, typed } = answer;
  const here = { community, task: { number } };
  if (typed) {
    return (
      <>
        <PageHeader title="Not claimed yet" lede="Look at the note once more, then send it again." />
        <Narrow>
          <ClaimForm {...here} hours={typed.hours} signedIn member note={typed.note} error={typed.errors[0]?.message} />
        </Narrow>
      </>
    );
  }
  if (!refused) return null;
  return (
    <>
      <PageHeader
        where={[{ href: paths.task(community, { number }), label: refused.title }]}
        title="This one is not free"
        lede={refused.because}
        note={
          refused.since ? (
            <>
              Claimed <Time at={refused.since.toISOString()} zone={refused.zone} form="moment" />, {refused.left}.
            </>
          ) : undefined
        }
      />
      {refused.note ? (
        <Section title="What you wrote" id="wrote" lede="It was not lost: copy it for another task, or for a message.">
          <Quote>{refused.note}</Quote>
        </Section>
      ) : null}
      {refused.waitsFor.length === 0 ? null : (
        <Section title="What it waits for" id="needs">
          <WaitsFor
            community={community}
            task={{ number }}
            blockers={refused.waitsFor}
            viewerId={refused.viewerId}
            readerZone={refused.zone}
          />
        </Section>
      )}
      <Section title="Take one of these instead" id="instead">
        <Alternatives community={community} rows={refused.alternatives} />
      </Section>
    </>
  );
}
