import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { change } from "../../db/queries/change.server";
import { endClaim } from "../../db/queries/claim-endings.server";
import { findHolder } from "../../db/queries/claims.server";
import { finishHeldTask } from "../../db/queries/freed-tasks.server";
import { enter, framesRefusal } from "../auth/community.server";
import { taskAt } from "../auth/roadmap.server";
import { openPost } from "../bridges/post.server";
import { EndClaimForm } from "../components/claim-panel";
import { Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { Quote } from "../components/quote";
import { Section } from "../components/section";
import { canEndClaim } from "../domain/claims/claim";
import { claimEndings } from "../domain/claims/endings";
import { limits } from "../domain/limits";
import { askForFindings, hasFindings } from "../domain/tasks/findings";
import { freedWords } from "../domain/tasks/words";
import { notNow } from "../domain/verdict";
import { insist } from "../http/answers";
import { choice, prose } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { tellFreed } from "../http/freed-letters.server";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: the claim has not ended · Portolan" }];

/** Nothing to read; after a refused form it frames the page that shows the form again. */
export const loader = framesRefusal;

const fields = z.object({
  reason: choice(claimEndings, "Choose what happened."),
  note: prose("The note", limits.handOverGraphemes),
});

const said = {
  finished: "Finished. Thank you: that is one thing less on the roadmap.",
  released: "Handed back. Your note is on the task for whoever comes next.",
  removed: "The task is free for somebody else.",
  expired: "",
};

/** Ending a claim: its holder finishes or hands back, an organizer frees the task. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const task = await taskAt(context, community, params.number, form);
  const { number } = task;
  const at = {
    community: { slug: community.slug, name: community.name, role: community.role },
    number,
    title: task.title,
  };
  const holder = await findHolder(context.db, community.id, task.id);
  const own = holder?.personId === person.id;
  const parsed = await parseForm(context, form, fields);
  if (!parsed.ok) return data({ ...at, own, refused: null, ...parsed }, { status: 422 });

  const { reason, note } = parsed.values;
  const deed = { action: "end claim", object: "tasks", objectKey: number, communityId: community.id };
  if (holder) {
    const viewer = { personId: person.id, organizer: community.role === "organizer" };
    await insist(context, canEndClaim({ personId: holder.personId, ended: false }, viewer, reason), deed, {
      href: paths.task(community, task),
      label: "Back to the task",
    });
  }
  if (holder && reason === "finished") {
    const post = openPost(context);
    const freed = await change(context.db, await context.doer(), "finish task", async (tx) => {
      const held = { id: task.id, claimId: holder.claimId };
      const freed = await finishHeldTask(tx, community.id, held, { note, endedBy: person.id });
      if (freed) await tellFreed(post.in(tx, community), community, task, freed);
      return freed;
    });
    if (freed) {
      await post.send();
      if (own && hasFindings(task.kind)) {
        return redirectSaying(paths.findings(community, task), `${askForFindings}${freedWords(freed)}`);
      }
      return redirectSaying(paths.task(community, task), `${said.finished}${freedWords(freed)}`);
    }
  } else if (holder) {
    const key = { communityId: community.id, id: holder.claimId };
    const ended = await change(context.db, await context.doer(), "release task", (tx) =>
      endClaim(tx, key, { reason, note, endedBy: person.id }),
    );
    if (ended) return redirectSaying(paths.task(community, task), said[reason]);
  }

  const verdict = notNow("Nobody holds this task any more: the claim has ended, or its time ran out.");
  await context.refused({ ...deed, because: verdict.because });
  return data({ ...at, own, refused: { because: verdict.because, note } }, { status: 409 });
}

export default function EndClaimRefusedPage() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, number, title, own } = answer;
  const where = [{ href: paths.task(community, { number }), label: title }];
  if (answer.refused) {
    return (
      <>
        <PageHeader where={where} title="This claim has already ended" lede={answer.refused.because} />
        {answer.refused.note ? (
          <Section title="What you wrote" id="wrote" lede="It was not stored. Copy it if you claim the task again.">
            <Quote>{answer.refused.note}</Quote>
          </Section>
        ) : null}
      </>
    );
  }
  const errors = "errors" in answer ? answer.errors : [];
  const typed: Record<string, string> = "typed" in answer ? answer.typed : {};
  const errorAt = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <>
      <PageHeader where={where} title="The claim has not ended yet" />
      <ErrorSummary form="ending" errors={errors.map(({ field, message }) => ({ name: field, message }))} />
      <Narrow>
        <EndClaimForm
          community={community}
          task={{ number }}
          own={own}
          note={typed.note}
          reason={typed.reason}
          errors={{ note: errorAt("note"), reason: errorAt("reason") }}
        />
      </Narrow>
    </>
  );
}
