import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { countActiveClaims, listHandOvers } from "../../db/queries/claims.server";
import type { Community } from "../../db/queries/communities.server";
import { findFindings, hasWorkedOn } from "../../db/queries/findings.server";
import { listAlternatives } from "../../db/queries/free-tasks.server";
import { findMentorHoursLeft } from "../../db/queries/mentor-hours.server";
import { listBlockerFacts, listWaitingFacts } from "../../db/queries/neighbours.server";
import { listPreparationsOfTask } from "../../db/queries/preparations.server";
import { findDeletedTask, findTask } from "../../db/queries/tasks.server";
import { visit } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { goneTask } from "../auth/roadmap.server";
import { toHtml } from "../bridges/markdown.server";
import { Button } from "../components/button";
import { Checklist } from "../components/checklist";
import { Alternatives, ClaimForm, EndClaimForm } from "../components/claim-panel";
import { Columns } from "../components/columns";
import { DefinitionList } from "../components/definition-list";
import { HandOvers } from "../components/hand-overs";
import { TaskLinks } from "../components/organizer-tools";
import { PageHeader } from "../components/page-header";
import { Prose } from "../components/prose";
import { Quote } from "../components/quote";
import { Section } from "../components/section";
import { SubmitForm } from "../components/submit-form";
import { TaskFindings } from "../components/task-findings";
import { TaskNeeds } from "../components/task-needs";
import { TaskPreparation } from "../components/task-preparation";
import { TaskStanding } from "../components/task-standing";
import { WaitingTasks } from "../components/waiting-tasks";
import { canClaim } from "../domain/claims/claim";
import { timeLeft } from "../domain/claims/clock";
import { canWriteFindings, hasFindings } from "../domain/tasks/findings";
import { taskRow } from "../domain/tasks/row";
import { writeSize } from "../domain/tasks/size";
import { canCheck } from "../domain/tasks/staleness";
import { standing } from "../domain/tasks/standing";
import { notFound } from "../http/answers";
import { readId } from "../http/fields.server";
import { paths } from "../paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.task.title} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, viewer } = await visit(context, params.community);
  const number = readId(params.number) ?? notFound("task");
  const task = await findTask(context.db, community.id, number);
  if (!task) return missing(context.db, community, number);
  const now = community.now;
  const organizing = community.role === "organizer";
  const mentorHoursLeft =
    task.mentorId === null ? null : await findMentorHoursLeft(context.db, community.id, task.mentorId, task.id);
  const { standing: stands, readiness } = standing(task, now, mentorHoursLeft);
  const viewing = { personId: viewer?.id ?? 0, organizer: organizing };
  const checkable = canCheck({ finished: task.finishedAt !== null, mentorId: task.mentorId }, viewing).ok;
  const [blockers, waiting, handOvers, found, worked, active, kept, preparations] = await Promise.all([
    listBlockerFacts(context.db, community.id, task.id),
    listWaitingFacts(context.db, community.id, task.id),
    listHandOvers(context.db, community.id, task.id),
    hasFindings(task.kind) ? findFindings(context.db, community.id, task.id) : null,
    hasFindings(task.kind) && viewer ? hasWorkedOn(context.db, community.id, task.id, viewer.id) : false,
    viewer ? countActiveClaims(context.db, community.id, viewer.id) : 0,
    restoreForm(context, request),
    listPreparationsOfTask(context.db, community.id, task.id),
  ]);
  const verdict = canClaim({
    notReadyBecause: readiness.because,
    finished: task.finishedAt !== null,
    parked: task.themeState === "parked" || task.themeState === "done",
    heldBy:
      stands.is === "held" ? { personId: stands.byId, name: stands.by, claimedAt: now, expiresAt: stands.until } : null,
    personId: viewer?.id ?? 0,
    activeClaims: active,
    limit: community.activeClaims,
  });
  const others = verdict.ok ? [] : await listAlternatives(context.db, community.id, task, 3);
  return {
    community: { slug: community.slug, name: community.name, role: community.role, claimHours: community.claimHours },
    viewer: viewer && { id: viewer.id, timeZone: viewer.timeZone },
    task: { ...taskRow(task, now), themeSlug: task.themeSlug, themeTitle: task.themeTitle },
    goal: toHtml(task.goal || task.themeWhy),
    texts: {
      start: toHtml(task.start),
      doneWhen: toHtml(task.doneWhen),
      verify: toHtml(task.verify),
      links: toHtml(task.links),
      notes: toHtml(task.notes),
    },
    skills: task.skills,
    blockers: blockers.map((other) => taskRow(other, now)),
    waiting: waiting.map((other) => ({ ...taskRow(other, now), theme: other.themeTitle })),
    questions: task.openQuestions,
    checks: readiness.checks.map(({ label, met, help, must }) => ({ label, met, help, must })),
    refusal: verdict.ok ? null : verdict.because,
    left: stands.is === "held" ? timeLeft(stands.until, now) : null,
    plan: stands.is === "held" ? (task.claimNote ?? "") : "",
    mine: stands.is === "held" && stands.byId === viewer?.id,
    findings: found && { ...found, text: toHtml(found.text) },
    checkable,
    findable: canWriteFindings(task, { organizer: organizing, worked }).ok,
    handOvers,
    preparations: preparations.map(({ id, personId, name, holds }) => ({ id, personId, name, holds })),
    wordsMissing: task.finishedAt === null && readiness.waitsFor === null && !readiness.ready,
    kept: kept?.path === paths.claim(community, task) ? (kept.typed.note ?? null) : null,
    alternatives: others.map((other) => ({ ...taskRow(other, now), theme: other.themeTitle })),
  };
}

async function missing(
  db: Parameters<typeof findDeletedTask>[0],
  community: Community,
  number: number,
): Promise<never> {
  const was = await findDeletedTask(db, community.id, number);
  if (!was) return notFound("task");
  return goneTask(community, was);
}

export default function TaskPage() {
  const page = useLoaderData<typeof loader>();
  const { community, viewer, task, texts } = page;
  const html = (text: string) => (text ? <Prose html={text} /> : undefined);
  return (
    <>
      <PageHeader
        where={[
          { href: paths.community(community), label: community.name },
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, { slug: task.themeSlug }), label: task.themeTitle },
        ]}
        title={task.title}
        state={<TaskStanding standing={task.standing} viewerId={viewer?.id} readerZone={viewer?.timeZone} />}
        facts={[
          { value: `Task ${task.number}`, label: task.kind },
          task.sizeMinutes === null
            ? { value: "No size", label: "said yet" }
            : { value: writeSize(task.sizeMinutes), label: "of work" },
          task.mentor
            ? { value: task.mentor, label: "is the one to ask" }
            : { value: "Nobody", label: "is named to ask yet" },
        ]}
        actions={community.role === "organizer" ? <TaskLinks community={community} task={task} /> : undefined}
      />
      <Columns
        besideLabel="Taking this task"
        beside={
          <>
            <Taking page={page} />
            <TaskPreparation
              community={community}
              task={task}
              missing={page.wordsMissing}
              preparations={page.preparations}
            />
            <Section title="Ready to start?" id="readiness" level={3}>
              <Checklist checks={page.checks} />
              {page.checkable && task.stale ? (
                <SubmitForm action={paths.check(community, task)} inline>
                  <Button>It is still true</Button>
                </SubmitForm>
              ) : null}
            </Section>
          </>
        }
      >
        <DefinitionList
          definitions={[
            { term: "Goal", said: html(page.goal), missing: "Nobody has said yet what it is for." },
            { term: "Start", said: html(texts.start), missing: "Nobody has said yet where to start." },
            { term: "Done when", said: html(texts.doneWhen), missing: "Nobody has said yet how to tell it is done." },
            { term: "Verify", said: html(texts.verify), missing: "Nobody has said yet how to check it." },
            {
              term: "Needs",
              said: (
                <TaskNeeds
                  community={community}
                  task={task}
                  blockers={page.blockers}
                  questions={page.questions}
                  viewer={viewer}
                />
              ),
            },
            ...(page.skills.length > 0 ? [{ term: "Skills", said: page.skills.join(", ") }] : []),
            ...(texts.links ? [{ term: "Links", said: html(texts.links) }] : []),
            ...(texts.notes ? [{ term: "Notes", said: html(texts.notes) }] : []),
          ]}
        />
        <WaitingTasks
          community={community}
          rows={page.waiting}
          finished={task.standing.is === "finished"}
          viewerId={viewer?.id}
          readerZone={viewer?.timeZone}
        />
        <TaskFindings
          community={community}
          task={task}
          findings={page.findings}
          writable={page.findable}
          zone={viewer?.timeZone ?? "UTC"}
        />
        <HandOvers handOvers={page.handOvers} zone={viewer?.timeZone ?? "UTC"} />
        {page.mine || page.refusal === null ? null : (
          <Section title="Take one of these instead" id="instead">
            <Alternatives community={community} rows={page.alternatives} />
          </Section>
        )}
      </Columns>
    </>
  );
}

function Taking({ page }: { page: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { community, task, viewer, left, plan, mine, refusal, kept } = page;
  if (mine) {
    return (
      <Section title="This task is yours" id="claim" level={3} lede={left ? `${capital(left)}.` : undefined}>
        {plan ? <Plan by="You">{plan}</Plan> : null}
        <EndClaimForm community={community} task={task} own />
      </Section>
    );
  }
  if (refusal === null) {
    return (
      <Section title="It is free" id="claim" level={3}>
        <ClaimForm
          community={community}
          task={task}
          hours={community.claimHours}
          signedIn={viewer !== null}
          member={community.role !== null}
          note={kept ?? undefined}
        />
      </Section>
    );
  }
  return (
    <Section title={task.standing.is === "held" ? "Somebody is on it" : "It cannot be claimed"} id="claim" level={3}>
      <p>
        {refusal} {task.standing.is === "waiting" ? <a href="#needs">See how that stands</a> : null}
      </p>
      {left ? <p>{capital(left)}.</p> : null}
      {plan && task.standing.is === "held" ? <Plan by={task.standing.by}>{plan}</Plan> : null}
      {kept ? (
        <div>
          <p>You wrote:</p>
          <Quote>{kept}</Quote>
        </div>
      ) : null}
      {task.standing.is === "held" && community.role === "organizer" ? (
        <EndClaimForm community={community} task={task} own={false} />
      ) : null}
    </Section>
  );
}

/** What the holder said when they took the task. */
const Plan = ({ by, children }: { by: string; children: string }) => (
  <div>
    <p>{by} wrote:</p>
    <Quote>{children}</Quote>
  </div>
);

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
