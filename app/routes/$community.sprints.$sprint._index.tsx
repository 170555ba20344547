import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listBlocks } from "../../db/queries/blocks.server";
import { listEnquiries } from "../../db/queries/enquiries.server";
import { listThemesToTakeUp } from "../../db/queries/gauge.server";
import { countRegistrations, findRegistration } from "../../db/queries/registrations.server";
import { visit } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { toHtml } from "../bridges/markdown.server";
import { qrDrawing } from "../bridges/qr.server";
import { BlockList } from "../components/block-list";
import { Columns, Stack } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { PhaseBadge } from "../components/phase-badge";
import { Prose } from "../components/prose";
import { QrCode } from "../components/qr-code";
import { Section } from "../components/section";
import { OrganizerLinks, SprintActions } from "../components/sprint-actions";
import { SprintHours } from "../components/sprint-hours";
import { SprintPart } from "../components/sprint-part";
import { zoneName } from "../components/time-words";
import { WhoComes } from "../components/who-comes";
import { WishableThemes } from "../components/wishable-themes";
import { limits } from "../domain/limits";
import { canRegister } from "../domain/people/registration";
import { partInWords } from "../domain/people/registration-words";
import { lapsed } from "../domain/people/waiting";
import { dayInWords, sprintDays } from "../domain/sprint/days";
import { listHours } from "../domain/sprint/hours";
import { sprintLine } from "../domain/sprint/line";
import type { Phase } from "../domain/sprint/phase";
import { placesInWords } from "../domain/sprint/places";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.sprint.name} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { community, viewer } = await visit(context, params.community);
  const sprint = await sprintAt(context, community, params.sprint);
  const [counts, own, themes, blocks] = await Promise.all([
    countRegistrations(context.db, community.id, sprint.id),
    viewer ? findRegistration(context.db, community.id, sprint.id, viewer.id) : null,
    listThemesToTakeUp(context.db, community.id, limits.themesOnSprintPage),
    listBlocks(context.db, community.id, sprint.id),
  ]);
  const asked =
    own?.waitingFor === "review" ? (await listEnquiries(context.db, community.id, own.id)).at(-1) : undefined;
  const registering = canRegister(sprint, community.now);
  const days = sprintDays(sprint);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    readerZone: viewer?.timeZone ?? null,
    sprint: {
      ...sprintLine(sprint, community.now),
      clock: `${sprint.dayStarts} to ${sprint.dayEnds}`,
      timeZone: sprint.timeZone,
      online: sprint.online,
      opened: sprint.openedAt !== null,
      reviews: sprint.reviews,
    },
    hours: listHours(sprint).map(({ day, startsAt, endsAt, note }) => ({
      day: dayInWords(day),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      note,
    })),
    texts: { bring: toHtml(sprint.bring), giving: toHtml(sprint.giving), codeOfConduct: toHtml(sprint.codeOfConduct) },
    // Numbers, and nobody's name: what somebody has registered with is for them and the organizers.
    counts,
    places: placesInWords(sprint, counts),
    closed: registering.ok ? null : registering.because,
    own: own && {
      said: partInWords(own, { online: sprint.online, days }),
      waiting: own.waitingFor && {
        for: lapsed(own, community.now) ? ("word" as const) : own.waitingFor,
        place: own.waitingPlace,
        until: own.offeredUntil?.toISOString() ?? null,
        asked: asked !== undefined && asked.answer === null,
      },
      paused: own.paused,
      mentors: own.role === "mentor",
    },
    themes,
    blocks: blocks.map((block) => ({
      ...block,
      startsAt: block.startsAt.toISOString(),
      endsAt: block.endsAt.toISOString(),
    })),
    qr: qrDrawing(`${context.origin}${paths.sprint(community, sprint)}`),
  };
}

/** What pressing the one button means, or why there is none. */
const readFirst = "The organizers read each registration first, and write to you.";

function noteOf({ community, sprint, closed, places }: Page): string | undefined {
  if (community.role === "organizer" && !sprint.opened && sprint.phase !== "over") {
    return "Once it is open, anybody who signs in can register.";
  }
  if (closed !== null) return closed;
  return [places, sprint.reviews ? readFirst : null].filter((part) => part !== null).join(" ") || undefined;
}

type Page = {
  community: { role: string | null };
  sprint: { opened: boolean; reviews: boolean; phase: Phase };
  closed: string | null;
  places: string | null;
};

export default function SprintPage() {
  const page = useLoaderData<typeof loader>();
  const { community, sprint, hours, readerZone, texts, counts, own, blocks, qr } = page;
  return (
    <>
      <PageHeader
        where={[
          { href: paths.community(community), label: community.name },
          { href: paths.sprints(community), label: "Sprints" },
        ]}
        title={sprint.name}
        state={<PhaseBadge phase={sprint.phase} />}
        lede={sprint.summary || undefined}
        facts={[
          { value: sprint.dates, label: sprint.countdown.charAt(0).toLowerCase() + sprint.countdown.slice(1) },
          { value: sprint.clock, label: `each day, ${zoneName(sprint.timeZone)}` },
          { value: sprint.place, label: sprint.online ? "so nobody travels" : "is where people meet" },
        ]}
        actions={<SprintActions {...page} />}
        note={own ? undefined : noteOf(page)}
      />
      {own ? (
        <Section title="Your part" id="part">
          <SprintPart
            {...own}
            community={community}
            sprint={sprint}
            open={page.closed === null}
            readerZone={readerZone}
          />
        </Section>
      ) : null}
      <Columns
        besideLabel="Taking part"
        beside={
          <>
            <Section title="Who comes" id="who" level={3}>
              <WhoComes counts={counts} places={own ? page.places : null} />
            </Section>
            {community.role === "organizer" ? (
              <Section title="For organizers" id="organizers" level={3}>
                <OrganizerLinks community={community} sprint={sprint} registered={counts.all} />
              </Section>
            ) : null}
            <Section title="Take it with you" id="take" level={3}>
              <Stack>
                <a href={paths.sprintCalendar(community, sprint)} download>
                  Put the days in your calendar
                </a>
                <QrCode {...qr} label="The address of this page, as a QR code" />
              </Stack>
            </Section>
          </>
        }
      >
        <Section title="Days and hours" id="hours">
          <SprintHours hours={hours} zone={sprint.timeZone} readerZone={readerZone} />
        </Section>
        {texts.bring ? (
          <Section title="What to bring and set up" id="bring">
            <Prose html={texts.bring} />
          </Section>
        ) : null}
        <Section
          title="What there is to work on"
          id="themes"
          lede="The themes of the roadmap, those with something ready first."
        >
          <WishableThemes community={community} {...page.themes} />
        </Section>
        {blocks.length === 0 ? null : (
          <Section title="Lock-ins" id="lock-ins" lede="An hour or two in which a pair does one thing to the end.">
            <BlockList blocks={blocks} zone={sprint.timeZone} readerZone={readerZone} />
          </Section>
        )}
        {texts.giving ? (
          <Section title="Give time or money" id="giving">
            <Prose html={texts.giving} />
          </Section>
        ) : null}
        {texts.codeOfConduct ? (
          <Section title="Code of conduct" id="conduct">
            <Prose html={texts.codeOfConduct} />
          </Section>
        ) : null}
      </Columns>
    </>
  );
}
