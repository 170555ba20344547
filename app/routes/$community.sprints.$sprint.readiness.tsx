import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { listAddressees } from "../../db/queries/people.server";
import { organize } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { Stack } from "../components/columns";
import { DefinitionList } from "../components/definition-list";
import { Disclosure } from "../components/disclosure";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { Standings } from "../components/standings";
import { Verbatim } from "../components/verbatim";
import { limits } from "../domain/limits";
import { askForOnlineHours, askForTasks, askMentors, askNewcomer, askPausing } from "../domain/plans/asking";
import { readPlan } from "../jobs/crowd-reader.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Before pairing · ${data?.sprint.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const deed = {
    action: "read readiness",
    object: "sprints",
    objectKey: params.sprint,
    what: "pair people at its sprints",
  };
  const { community } = await organize(context, request, params.community, deed);
  const sprint = await sprintAt(context, community, params.sprint);
  const { report, unmentored, mentors, people } = await readPlan(context, { community, sprint }, "report", {});
  const page = `${context.origin}${paths.sprint(community, sprint)}`;
  const form = `${context.origin}${paths.registration(community, sprint)}`;
  const ofMentors = [
    askPausing(report, mentors, sprint, page),
    askMentors(report, mentors, sprint, limits.seatsMost, form),
    askForOnlineHours(report.notPairable, sprint, form),
  ];
  const asked = [
    ...ofMentors.filter((one) => one !== null),
    ...askForTasks(unmentored, mentors, sprint, (task) => `${context.origin}${paths.task(community, task)}`),
    ...report.notPairable.slice(0, limits.pageSize).map((one) => askNewcomer(one, sprint, form)),
  ];
  const personOf = new Map(people.map(({ id, personId }) => [id, personId]));
  const ids = asked.flatMap(({ to }) => to.flatMap((id) => personOf.get(id) ?? []));
  const emailOf = new Map((await listAddressees(context.db, ids)).map(({ personId, email }) => [personId, email]));
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    report,
    unmentored: unmentored.map(({ number, title, theme }) => ({ number, title, theme: theme.title })),
    asked: asked.map(({ to, ...mail }) => ({
      ...mail,
      emails: to.flatMap((id) => emailOf.get(personOf.get(id) ?? 0) ?? []),
    })),
  };
}

export default function ReadinessPage() {
  const { community, sprint, report, unmentored, asked } = useLoaderData<typeof loader>();
  const { newcomers, seats, paused, notPairable } = report;
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprint(community, sprint), label: sprint.name },
          { href: paths.plan(community, sprint), label: "The pairing table" },
        ]}
        title="Before pairing"
        lede="What mentors can give against what newcomers need, and whom to ask while there is time."
        facts={[
          { value: newcomers, label: newcomers === 1 ? "newcomer without a mentor" : "newcomers without a mentor" },
          { value: seats, label: seats === 1 ? "seat is free" : "seats are free" },
          ...(paused.mentors > 0
            ? [
                {
                  value: paused.mentors,
                  label: `${paused.mentors === 1 ? "mentor is" : "mentors are"} pausing, with ${counted(paused.seats, "seat")}`,
                },
              ]
            : []),
          { value: notPairable.length, label: "whom nobody could take", href: "#nobody" },
        ]}
      />
      <Section title="Whom nobody could take" id="nobody">
        {notPairable.length === 0 ? (
          <p>Everybody could be taken by somebody, if there are seats enough.</p>
        ) : (
          <DefinitionList
            definitions={byReason(notPairable).map(([because, people]) => ({
              term: counted(people.length, "newcomer"),
              said: (
                <>
                  <p>{because}</p>
                  <p>
                    {people.map(({ id, name }, nth) => (
                      <Fragment key={id}>
                        {nth > 0 ? ", " : null}
                        <a href={paths.registrationEdit(community, sprint, id)}>{name}</a>
                      </Fragment>
                    ))}
                  </p>
                </>
              ),
            }))}
          />
        )}
      </Section>
      <Standings
        by="Language"
        id="languages"
        lede="Whoever speaks several counts in each."
        standings={report.languages}
      />
      <Standings by="Theme" id="themes" lede="Whoever wishes for several counts in each." standings={report.themes} />
      <Standings
        by="Day"
        id="days"
        lede="Whoever is there for an hour of it counts, with every seat."
        standings={report.days}
      />
      <Standings by="Half-day" id="half-days" lede="The same, by the sprint's clock." standings={report.halfDays} />
      <Section
        title="Tasks without a mentor"
        id="tasks"
        lede="Ready and free, in themes that newcomers chose, and nobody is named to ask."
      >
        {unmentored.length === 0 ? (
          <p>There are none.</p>
        ) : (
          <ul>
            {unmentored.map(({ number, title, theme }) => (
              <li key={number}>
                <a href={paths.task(community, { number })}>{title}</a> ({theme})
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="What to ask, and whom" id="ask">
        {asked.length === 0 ? (
          <p>Nothing needs asking. The pairs can be planned.</p>
        ) : (
          <Stack>
            {asked.map(({ who, subject, text, emails }) => (
              <Disclosure summary={`Ask ${who}`} key={`${who} ${emails[0]}`}>
                <p>
                  <a href={mailTo(emails, subject, text)}>Open it in your mail</a>, or copy it from here.
                </p>
                <Verbatim text={`${emails.join(", ")}\n\n${subject}\n\n${text}`} />
              </Disclosure>
            ))}
          </Stack>
        )}
      </Section>
    </>
  );
}

/** To one as it is; to several so that nobody reads the others' addresses. */
function mailTo(emails: readonly string[], subject: string, text: string): string {
  const said = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll("\n", "\r\n"))}`;
  const to = emails.map(encodeURIComponent).join(",");
  return emails.length === 1 ? `mailto:${to}?${said}` : `mailto:?bcc=${to}&${said}`;
}

const counted = (count: number, noun: string) => `${count === 0 ? "no" : count} ${noun}${count === 1 ? "" : "s"}`;

/** Everybody whom nobody could take for the same reason, the reason most have first. */
function byReason<Person extends { because: string }>(
  people: readonly Person[],
): [because: string, people: Person[]][] {
  const reasons = new Map<string, Person[]>();
  for (const person of people) reasons.set(person.because, [...(reasons.get(person.because) ?? []), person]);
  return [...reasons].sort(([, some], [, others]) => others.length - some.length);
}
