import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { declinePair } from "../../db/queries/pair-answers.server";
import { pairAt } from "../auth/pair.server";
import { openPost } from "../bridges/post.server";
import { Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { DeclineForm } from "../components/pair-answer";
import { canDecline, declinedWords, pairEnded, sideOf } from "../domain/pairs/answers";
import { conflict, insist } from "../http/answers";
import { tellEnded } from "../http/ending-letters.server";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { declineForm } from "../http/pair-fields.server";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: not answered yet · Portolan" }];

export const loader = onlyPost;

/** One of the two says no to their pair before it has begun for them: it ends, and organizers see the next best at once. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person, pair, part } = await pairAt(context, request, params, form);
  const deed = { action: "decline pair", object: "pairs", objectKey: pair.id, communityId: community.id };
  const page = { href: paths.pair(community, pair.id), label: "Back to the pair" };
  await insist(context, canDecline(pair, part), deed, page, form);

  const parsed = await parseForm(context, form, declineForm);
  if (!parsed.ok) return data({ community: { slug: community.slug }, pairId: pair.id, ...parsed }, { status: 422 });
  const side = sideOf(part);
  const at = { communityId: community.id, sprintId: pair.sprint.id, id: pair.id };
  const said = { side, personId: person.id, reason: parsed.values.reason };
  const post = openPost(context);
  const ended = await declinePair(context.db, await context.doer(), at, said, (tx, ended) =>
    tellEnded(post.in(tx, community), community, pair.sprint, [ended], { by: person, how: { reason: "declined" } }),
  );
  if (!ended) return conflict(pairEnded, page, form);
  await post.send();
  return redirectSaying(page.href, declinedWords(side));
}

export default function DeclineRefused() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, pairId, typed } = answer;
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader where={[{ href: paths.pair(community, pairId), label: "The pair" }]} title="Not answered yet" />
      <Narrow>
        <ErrorSummary form="decline" errors={errors} />
        <DeclineForm community={community} pairId={pairId} typed={typed} errors={errors} />
      </Narrow>
    </>
  );
}
