import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listOpenOffers } from "../../db/queries/champion-offers.server";
import { listChampions } from "../../db/queries/champions.server";
import { listMembers } from "../../db/queries/communities.server";
import { enter } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { themeAt } from "../auth/roadmap.server";
import { EndChampionForm, OfferThemeForm, OfferToAnswer, WithdrawOfferForm } from "../components/champion-forms";
import { ChampionsBefore } from "../components/champions-before";
import { Columns, Stack } from "../components/columns";
import { Disclosure } from "../components/disclosure";
import { peopleOptions } from "../components/form-state";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { Time } from "../components/time";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Who carries ${data?.theme.title} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, person } = await enter(context, request, params.community);
  const theme = await themeAt(context, community, params.theme);
  const at = { communityId: community.id, themeId: theme.id };
  const organizing = community.role === "organizer";
  const [carried, offers, kept] = await Promise.all([
    listChampions(context.db, at),
    listOpenOffers(context.db, at),
    restoreForm(context, request),
  ]);
  const champion = carried.find(({ endedAt }) => endedAt === null) ?? null;
  const seen = offers
    .filter(({ personId }) => organizing || personId === person.id)
    .map(({ id, personId, name, offeredBy, asker, note }) => {
      const own = personId === person.id;
      const asked = offeredBy !== personId;
      return { id, name, asker, asked, note, own, theirs: asked ? own : organizing };
    });
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    theme: { slug: theme.slug, title: theme.title },
    zone: person.timeZone,
    champion: champion && { name: champion.name, since: champion.since, own: champion.personId === person.id },
    toAnswer: seen.filter(({ theirs }) => theirs),
    waiting: seen.filter(({ theirs }) => !theirs),
    members: champion === null && organizing ? peopleOptions(await listMembers(context.db, community.id)) : null,
    before: community.role === null ? [] : carried.filter(({ endedAt }) => endedAt !== null),
    kept: kept?.typed,
  };
}

export default function ChampionPage() {
  const page = useLoaderData<typeof loader>();
  const { community, theme, zone, champion, toAnswer, waiting, members, before, kept } = page;
  const organizing = community.role === "organizer";
  const mayOffer = champion === null && (organizing || (toAnswer.length === 0 && waiting.length === 0));
  return (
    <>
      <PageHeader
        where={[
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, theme), label: theme.title },
        ]}
        title={champion ? `${champion.name} carries this theme` : "Nobody carries this theme yet"}
        lede="A champion keeps a theme moving: sees that its questions find owners, that its tasks get prepared, and answers when somebody asks about it. They need not do its tasks."
        note={
          champion ? (
            <>
              Since <Time at={champion.since.toISOString()} zone={zone} form="date" year />
            </>
          ) : undefined
        }
      />
      <Columns besideLabel="Before" beside={<ChampionsBefore before={before} zone={zone} />}>
        {toAnswer.length === 0 ? null : (
          <Section title="Waiting for your answer" id="answer">
            <Stack>
              {toAnswer.map((offer, index) => (
                <OfferToAnswer key={offer.id} community={community} theme={theme} offer={offer} go={index === 0} />
              ))}
            </Stack>
          </Section>
        )}
        {waiting.length === 0 ? null : (
          <Section title="Waiting for somebody else's answer" id="waiting">
            <Stack>
              {waiting.map((offer) => (
                <div key={offer.id}>
                  <p>
                    {offer.asked
                      ? `${offer.asker} has asked ${offer.name}.`
                      : "You have offered to carry it. The organizers answer."}
                  </p>
                  <WithdrawOfferForm community={community} theme={theme} offer={offer} />
                </div>
              ))}
            </Stack>
          </Section>
        )}
        {mayOffer ? (
          <Section title={organizing ? "Would you carry this theme?" : "Would you like to carry it?"} id="offer">
            <OfferThemeForm community={community} theme={theme} members={members} typed={kept} />
          </Section>
        ) : null}
        {champion && (champion.own || organizing) ? (
          <Section title={champion.own ? "No time for it any more?" : "Does it need somebody else?"} id="ending">
            <Disclosure summary={champion.own ? "Step back" : `Relieve ${champion.name}`} open={kept !== undefined}>
              <EndChampionForm community={community} theme={theme} own={champion.own} typed={kept} />
            </Disclosure>
          </Section>
        ) : null}
        {champion && !champion.own && !organizing ? (
          <p>
            Ask {champion.name} about it, or <a href={paths.theme(community, theme)}>read the theme</a>.
          </p>
        ) : null}
      </Columns>
    </>
  );
}
