import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { endChampion } from "../../db/queries/champions.server";
import { findCrew } from "../../db/queries/communities.server";
import { listAddressees } from "../../db/queries/people.server";
import { enter, framesRefusal } from "../auth/community.server";
import { themeAt, tooLate } from "../auth/roadmap.server";
import { openPost } from "../bridges/post.server";
import { EndChampionForm } from "../components/champion-forms";
import { Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { steppedBackWords } from "../domain/champions/said";
import { insist } from "../http/answers";
import { endedLetter } from "../http/champion-letters.server";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { championEndingForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: nothing has ended · Portolan" }];

/** Nothing to read; after a refused form it frames the page that shows the form again. */
export const loader = framesRefusal;

/** The champion steps back, or an organizer relieves them. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const theme = await themeAt(context, community, params.theme, form);
  const by = { personId: person.id, organizer: community.role === "organizer" };
  const own = theme.championId === person.id;
  const page = { href: paths.champion(community, theme), label: "Who carries it" };
  const parsed = await parseForm(context, form, championEndingForm);
  if (!parsed.ok) {
    const here = { community: { slug: community.slug }, theme: { slug: theme.slug, title: theme.title }, own };
    return data({ ...here, ...parsed }, { status: 422 });
  }
  const { note } = parsed.values;
  const at = { communityId: community.id, themeId: theme.id };
  const post = openPost(context);
  const outcome = await endChampion(context.db, await context.doer(), at, { note, by }, async (tx, champion) => {
    const desk = post.in(tx, community);
    const concerned = own ? (await findCrew(tx, community.id)).organizers.map(({ id }) => id) : [champion.personId];
    const to = await listAddressees(tx, concerned);
    const ended = { by: person.name, own, theme, note, page: `${desk.origin}${page.href}` };
    await desk.write(to.filter(({ personId }) => personId !== person.id).map((each) => endedLetter(each, ended)));
  });
  if (outcome.is === "gone") return tooLate(community, form);
  if (outcome.is === "no") {
    const deed = { action: "end champion", object: "themes", objectKey: theme.slug, communityId: community.id };
    return insist(context, outcome.verdict, deed, page, form);
  }
  await post.send();
  return redirectSaying(page.href, steppedBackWords(own, outcome.said.name));
}

export default function EndingRefused() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, theme, own, typed } = answer;
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader
        where={[{ href: paths.champion(community, theme), label: theme.title }]}
        title="Nothing has ended yet"
      />
      <Narrow>
        <ErrorSummary form="ending" errors={errors} />
        <EndChampionForm community={community} theme={theme} own={own} typed={typed} errors={errors} />
      </Narrow>
    </>
  );
}
