import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listAsked } from "../../db/queries/enquiries.server";
import { countRegistrations, pageOfRegistrations, registrationParts } from "../../db/queries/registrations.server";
import { organize } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { ButtonLink } from "../components/button";
import { EmptyState } from "../components/empty-state";
import { PageHeader } from "../components/page-header";
import { Pagination } from "../components/pagination";
import { RegistrationList } from "../components/registration-list";
import { limits } from "../domain/limits";
import { registrationLine } from "../domain/people/registration-words";
import { sprintDays } from "../domain/sprint/days";
import { placesInWords } from "../domain/sprint/places";
import { pageNumber } from "../http/page-number";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Registrations for ${data?.sprint.name} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, {
    action: "read registrations",
    object: "sprints",
    objectKey: params.sprint,
    what: "see who has registered",
  });
  const sprint = await sprintAt(context, community, params.sprint);
  const counts = await countRegistrations(context.db, community.id, sprint.id);
  const url = new URL(request.url);
  const part = registrationParts.find((known) => known === url.searchParams.get("part")) ?? null;
  const listed = { newcomer: counts.newcomers, mentor: counts.mentors, waiting: counts.waiting, review: counts.unread };
  const pages = Math.max(1, Math.ceil((part === null ? counts.all : listed[part]) / limits.pageSize));
  const page = Math.min(pageNumber(url), pages);
  const offset = (page - 1) * limits.pageSize;
  const rows = await pageOfRegistrations(context.db, community.id, sprint.id, { limit: limits.pageSize, offset, part });
  const unread = rows.flatMap(({ id, waitingFor }) => (waitingFor === "review" ? [id] : []));
  const asked = unread.length > 0 ? await listAsked(context.db, community.id, unread) : new Map();
  const days = sprintDays(sprint);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    counts,
    part,
    places: placesInWords(sprint, counts),
    page,
    pages,
    lines: rows.map((row) => registrationLine({ ...row, asked: asked.get(row.id) }, { online: sprint.online, days })),
  };
}

export default function RegistrationsPage() {
  const { community, sprint, counts, part, places, page, pages, lines } = useLoaderData<typeof loader>();
  const only = (wanted: string) => paths.registrations(community, sprint, wanted);
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprints(community), label: "Sprints" },
          { href: paths.sprint(community, sprint), label: sprint.name },
        ]}
        title={titles[part ?? "all"]}
        lede={places ?? "There is room for everybody."}
        actions={
          <>
            <ButtonLink href={paths.registrationsImport(community, sprint)}>Bring in a table</ButtonLink>
            <ButtonLink href={paths.ownQuestions(community, sprint)}>Ask something besides</ButtonLink>
          </>
        }
        facts={[
          { value: counts.newcomers, label: counts.newcomers === 1 ? "newcomer" : "newcomers", href: only("newcomer") },
          { value: counts.mentors, label: counts.mentors === 1 ? "mentor" : "mentors", href: only("mentor") },
          { value: counts.seats, label: counts.seats === 1 ? "seat" : "seats" },
          { value: counts.waiting, label: "in line", href: only("waiting") },
          ...(counts.unread > 0 ? [{ value: counts.unread, label: "to be read", href: only("review") }] : []),
        ]}
      />
      {part === null ? null : (
        <p>
          <a href={paths.registrations(community, sprint)}>Everybody who has registered</a>
        </p>
      )}
      {lines.length === 0 && part !== null ? (
        <EmptyState>Nobody is on this list at the moment.</EmptyState>
      ) : lines.length === 0 ? (
        <EmptyState>
          Nobody has registered yet. The sprint's page is what people need to see: pass its address on.
        </EmptyState>
      ) : (
        <RegistrationList lines={lines} hrefOf={(id) => paths.registrationEdit(community, sprint, id)} />
      )}
      <Pagination
        page={page}
        pages={pages}
        label="Registrations"
        href={(to) => `${paths.registrations(community, sprint, part)}${part === null ? "?" : "&"}page=${to}`}
      />
    </>
  );
}

const titles = {
  all: "Registrations",
  newcomer: "Newcomers who come",
  mentor: "Mentors who come",
  waiting: "Waiting for a place",
  review: "Registrations to be read",
};
