import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { offerTheme } from "../../db/queries/champion-offers.server";
import { listMembers } from "../../db/queries/communities.server";
import { listAddressees } from "../../db/queries/people.server";
import { enter, framesRefusal } from "../auth/community.server";
import { themeAt, tooLate } from "../auth/roadmap.server";
import { openPost } from "../bridges/post.server";
import { OfferThemeForm } from "../components/champion-forms";
import { Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { peopleOptions } from "../components/form-state";
import { PageHeader } from "../components/page-header";
import { canOffer } from "../domain/champions/deeds";
import { offeredWords } from "../domain/champions/said";
import { insist } from "../http/answers";
import { askingLetter } from "../http/champion-letters.server";
import { faultsOf } from "../http/fault";
import { readId } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { championOfferForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: not offered yet · Portolan" }];

/** Nothing to read; after a refused form it frames the page that shows the form again. */
export const loader = framesRefusal;

/** Asks a member to carry a theme, or offers oneself. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const theme = await themeAt(context, community, params.theme, form);
  const by = { personId: person.id, organizer: community.role === "organizer" };
  const deed = { action: "offer theme", object: "themes", objectKey: theme.slug, communityId: community.id };
  const page = { href: paths.champion(community, theme), label: "Who carries it" };
  const wanted = readId(String(form.get("person") ?? "")) ?? person.id;
  const champion = theme.championId ? { personId: theme.championId, name: theme.champion ?? "" } : null;
  const courtesy = canOffer({ champion, person: { id: wanted, name: "Somebody" }, open: false }, by);
  await insist(context, courtesy, deed, page, form);

  const members = by.organizer ? await listMembers(context.db, community.id) : [person];
  const parsed = await parseForm(context, form, championOfferForm(members));
  const again = {
    community: { slug: community.slug },
    theme: { slug: theme.slug, title: theme.title },
    members: by.organizer ? peopleOptions(members) : null,
  };
  if (!parsed.ok) return data({ ...again, ...parsed }, { status: 422 });
  const { note } = parsed.values;
  const to = members.find(({ id }) => id === (by.organizer ? parsed.values.person : person.id));
  if (!to) {
    const errors = [{ field: "person", message: "Choose whom to ask." }];
    return data({ ...again, errors, typed: { note } }, { status: 422 });
  }
  const at = { communityId: community.id, themeId: theme.id };
  const own = to.id === person.id;
  const post = openPost(context);
  const outcome = await offerTheme(context.db, await context.doer(), at, to, { note, by }, async (tx) => {
    const desk = post.in(tx, community);
    const asked = own ? [] : await listAddressees(tx, [to.id]);
    await desk.write(asked.map((each) => askingLetter(each, person.name, theme, note, `${desk.origin}${page.href}`)));
  });
  if (outcome.is === "gone") return tooLate(community, form);
  if (outcome.is === "no") return insist(context, outcome.verdict, deed, page, form);
  await post.send();
  return redirectSaying(page.href, offeredWords({ own, carries: outcome.said.carries, name: to.name }));
}

export default function OfferRefused() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, theme, members, typed } = answer;
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader
        where={[
          { href: paths.theme(community, theme), label: theme.title },
          { href: paths.champion(community, theme), label: "Who carries it" },
        ]}
        title="Not offered yet"
      />
      <Narrow>
        <ErrorSummary form="offer" errors={errors} />
        <OfferThemeForm community={community} theme={theme} members={members} typed={typed} errors={errors} />
      </Narrow>
    </>
  );
}
