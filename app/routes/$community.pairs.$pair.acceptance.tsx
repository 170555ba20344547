import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { acceptPair } from "../../db/queries/pair-answers.server";
import { pairAt } from "../auth/pair.server";
import { acceptedWords, canAccept, pairEnded, sideOf } from "../domain/pairs/answers";
import { conflict, insist } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const loader = onlyPost;

/** One of the two says yes to their pair. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person, pair, part } = await pairAt(context, request, params, form);
  const deed = { action: "accept pair", object: "pairs", objectKey: pair.id, communityId: community.id };
  const page = { href: paths.pair(community, pair.id), label: "Back to the pair" };
  await insist(context, canAccept(pair, part), deed, page, form);
  const side = sideOf(part);
  const at = { communityId: community.id, id: pair.id };
  const accepted = await change(context.db, await context.doer(), deed.action, (tx) =>
    acceptPair(tx, at, { side, personId: person.id }),
  );
  if (!accepted) conflict(pairEnded, page);
  const [other, both] =
    side === "newcomer" ? [pair.mentor.name, pair.said.mentor] : [pair.newcomer.name, pair.said.newcomer];
  return redirectSaying(page.href, acceptedWords(other, both));
}

/** A refusal is a page. */
export default function Answered() {
  return null;
}
