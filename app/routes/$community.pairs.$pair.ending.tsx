import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { endPair } from "../../db/queries/pair-endings.server";
import { pairAt } from "../auth/pair.server";
import { openPost } from "../bridges/post.server";
import { Narrow } from "../components/columns";
import { EndPairForm } from "../components/end-pair-form";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { canEndPair } from "../domain/pairs/deeds";
import { insist } from "../http/answers";
import { tellEnded } from "../http/ending-letters.server";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { endPairForm } from "../http/pair-fields.server";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: the pair has not ended · Portolan" }];

export const loader = onlyPost;

/** Either side, or an organizer, ends a pair; the mentor's seat is free again, and whoever did not end it is told. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person, pair } = await pairAt(context, request, params, form);
  const deed = { action: "end pair", object: "pairs", objectKey: pair.id, communityId: community.id };
  const page = { href: paths.pair(community, pair.id), label: "Back to the pair" };
  await insist(context, canEndPair(pair), deed, page, form);

  const parsed = await parseForm(context, form, endPairForm);
  if (!parsed.ok) return data({ community: { slug: community.slug }, pairId: pair.id, ...parsed }, { status: 422 });
  const { ending: reason, note } = parsed.values;
  const post = openPost(context);
  const isEnded = await change(context.db, await context.doer(), "end pair", async (tx) => {
    const key = { communityId: community.id, id: pair.id };
    const ended = await endPair(tx, key, { reason, note, endedBy: person.id });
    if (ended)
      await tellEnded(post.in(tx, community), community, pair.sprint, [ended], { by: person, how: { reason } });
    return ended !== null;
  });
  if (!isEnded) await insist(context, canEndPair({ endedAt: community.now }), deed, page, form);
  await post.send();
  return redirectSaying(page.href, "The pair has ended, and the mentor's seat is free. What you wrote stays here.");
}

export default function EndPairRefused() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, pairId, typed } = answer;
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader
        where={[{ href: paths.pair(community, pairId), label: "The pair" }]}
        title="The pair has not ended yet"
      />
      <Narrow>
        <ErrorSummary form="ending" errors={errors} />
        <EndPairForm community={community} pairId={pairId} typed={typed} errors={errors} />
      </Narrow>
    </>
  );
}
