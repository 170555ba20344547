import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "../../components/button";
import { Checklist } from "../../components/checklist";
import { Alternatives } from "../../components/claim-panel";
import { Columns } from "../../components/columns";
import { DefinitionList } from "../../components/definition-list";
import { HandOvers } from "../../components/hand-overs";
import { TaskLinks } from "../../components/organizer-tools";
import { PageHeader } from "../../components/page-header";
import { Prose } from "../../components/prose";
import { Section } from "../../components/section";
import { SubmitForm } from "../../components/submit-form";
import { TaskFindings } from "../../components/task-findings";
import { TaskNeeds } from "../../components/task-needs";
import { TaskPreparation } from "../../components/task-preparation";
import { TaskStanding } from "../../components/task-standing";
import { WaitingTasks } from "../../components/waiting-tasks";
import { writeSize } from "../../domain/tasks/size";
import { paths } from "../../paths";

import { readTask } from "./reading.server";
import { Taking } from "./taking";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.task.title} · ${data?.community.name} · Portolan` },
];

export const loader = readTask;

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
