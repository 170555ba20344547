import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPairing } from "../../db/queries/pairing.server";
import { listAddressees } from "../../db/queries/people.server";
import { organize } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { Stack } from "../components/columns";
import { DefinitionList } from "../components/definition-list";
import { Disclosure } from "../components/disclosure";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { Verbatim } from "../components/verbatim";
import { limits } from "../domain/limits";
import { askMentors, askNewcomer } from "../domain/plans/asking";
import { beforePairing, type Standing } from "../domain/plans/before-pairing";
import { mentorsOf } from "../domain/plans/pairing";
import { dayInWords, sprintDays } from "../domain/sprint/days";
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
  const pairing = await findPairing(context.db, community.id, sprint);
  const days = sprintDays(sprint).map((day) => ({ day, name: dayInWords(day) }));
  const report = beforePairing(pairing, days);
  const more = askMentors(report, mentorsOf(pairing), sprint, limits.seatsMost);
  const asked = [
    ...(more ? [more] : []),
    ...report.notPairable.slice(0, limits.pageSize).map((one) => askNewcomer(one, sprint)),
  ];
  const people: readonly { id: number; personId: number }[] = pairing.people;
  const personOf = new Map(people.map(({ id, personId }) => [id, personId]));
  const ids = asked.flatMap(({ to }) => to.flatMap((id) => personOf.get(id) ?? []));
  const emailOf = new Map((await listAddressees(context.db, ids)).map(({ personId, email }) => [personId, email]));
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    report,
    asked: asked.map(({ to, ...mail }) => ({
      ...mail,
      emails: to.flatMap((id) => emailOf.get(personOf.get(id) ?? 0) ?? []),
    })),
  };
}

export default function ReadinessPage() {
  const { community, sprint, report, asked } = useLoaderData<typeof loader>();
  const { newcomers, seats, notPairable } = report;
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
          { value: notPairable.length, label: "whom nobody could take", href: "#nobody" },
        ]}
      />
      <Section title="Whom nobody could take" id="nobody">
        {notPairable.length === 0 ? (
          <p>Everybody could be taken by somebody, if there are seats enough.</p>
        ) : (
          <DefinitionList definitions={notPairable.map(({ name, because }) => ({ term: name, said: because }))} />
        )}
      </Section>
      <Standings
        title="By language"
        id="languages"
        lede="Whoever speaks several counts in each."
        standings={report.languages}
      />
      <Standings
        title="By theme"
        id="themes"
        lede="Whoever wishes for several counts in each."
        standings={report.themes}
      />
      <Standings
        title="By day"
        id="days"
        lede="A seat counts on each day its mentor is there."
        standings={report.days}
      />
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
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** "2 newcomers, 3 free seats with 2 mentors", "1 newcomer, no free seats: 1 too few". */
function said({ newcomers, mentors, seats }: Standing): string {
  const free = `${counted(seats, "free seat")}${seats === 0 ? "" : ` with ${counted(mentors, "mentor")}`}`;
  return `${capital(counted(newcomers, "newcomer"))}, ${free}${newcomers > seats ? `: ${newcomers - seats} too few` : ""}`;
}

type StandingsProps = { title: string; id: string; lede: string; standings: readonly Standing[] };

function Standings({ title, id, lede, standings }: StandingsProps) {
  if (standings.length === 0) return null;
  return (
    <Section title={title} id={id} lede={lede}>
      <DefinitionList definitions={standings.map((standing) => ({ term: standing.name, said: said(standing) }))} />
    </Section>
  );
}
