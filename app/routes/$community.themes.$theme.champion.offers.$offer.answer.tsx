import type { ActionFunctionArgs } from "@remix-run/node";
import { answerOffer, findOffer } from "../../db/queries/champion-offers.server";
import { listAddressees } from "../../db/queries/people.server";
import { enter } from "../auth/community.server";
import { themeAt, tooLate } from "../auth/roadmap.server";
import { openPost } from "../bridges/post.server";
import { answeredWords } from "../domain/champions/said";
import { insist, notFound, unreadable } from "../http/answers";
import { answeredLetter, answeringLetter } from "../http/champion-letters.server";
import { readId } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { championAnswerForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const loader = onlyPost;

/** Accepts, declines or takes back an offer of a theme. To whoever is on neither side of it, it is as missing as none. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const theme = await themeAt(context, community, params.theme, form);
  const at = { communityId: community.id, themeId: theme.id };
  const id = readId(params.offer) ?? notFound("offer");
  const offer = await findOffer(context.db, at, id);
  const by = { personId: person.id, organizer: community.role === "organizer" };
  if (!offer || !(by.organizer || [offer.personId, offer.offeredBy].includes(person.id))) return notFound("offer");
  const parsed = await parseForm(context, form, championAnswerForm);
  if (!parsed.ok) return unreadable("Accept the offer, decline it, or take it back.");
  const { answer } = parsed.values;
  const page = paths.champion(community, theme);
  const own = offer.personId === person.id;
  const post = openPost(context);
  const outcome = await answerOffer(context.db, await context.doer(), at, id, { answer, by }, async (tx) => {
    const desk = post.in(tx, community);
    const link = `${desk.origin}${page}`;
    const accepted = answer === "accepted";
    if (answer === "withdrawn") return;
    if (!own) return desk.write([answeringLetter(offer, theme, accepted, link)]);
    const askers = await listAddressees(tx, [offer.offeredBy]);
    await desk.write(askers.map((each) => answeredLetter(each, person.name, theme, accepted, link)));
  });
  if (outcome.is === "gone") return tooLate(community, form);
  if (outcome.is === "no") {
    const deed = {
      action: "answer offer of theme",
      object: "champion_offers",
      objectKey: id,
      communityId: community.id,
    };
    return insist(context, outcome.verdict, deed, { href: page, label: "Who carries it" });
  }
  await post.send();
  return redirectSaying(page, answeredWords(answer, own, offer.name));
}

/** Nothing to show, but a place to show a refusal in. */
export default function OfferAnswer() {
  return null;
}
