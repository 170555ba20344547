import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { addCheckIn } from "../../db/queries/check-ins.server";
import { pairAt } from "../auth/pair.server";
import { CheckInForm } from "../components/check-in-form";
import { Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { canCheckIn } from "../domain/pairs/deeds";
import { insist } from "../http/answers";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { checkInForm, checkInOf } from "../http/pair-fields.server";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: not checked in yet · Portolan" }];

export const loader = onlyPost;

/** One of the two says how it goes. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person, pair, part } = await pairAt(context, request, params, form);
  const deed = { action: "check in", object: "pairs", objectKey: pair.id, communityId: community.id };
  const page = { href: paths.pair(community, pair.id), label: "Back to the pair" };
  await insist(context, canCheckIn(pair, part), deed, page, form);

  const zone = person.timeZone;
  const parsed = await parseForm(context, form, checkInForm(zone, community.now));
  if (!parsed.ok) {
    return data({ community: { slug: community.slug }, pairId: pair.id, zone, ...parsed }, { status: 422 });
  }
  const by = { communityId: community.id, pairId: pair.id, authorId: person.id };
  const text = checkInOf(parsed.values, zone, community.now);
  const kept = await change(context.db, await context.doer(), "check in", (tx) => addCheckIn(tx, by, text));
  if (!kept) await insist(context, canCheckIn({ endedAt: community.now }, part), deed, page, form);
  return redirectSaying(page.href, "Noted. Both of you can read it here.");
}

export default function CheckInRefused() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, pairId, zone, typed } = answer;
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader where={[{ href: paths.pair(community, pairId), label: "The pair" }]} title="Not checked in yet" />
      <Narrow>
        <ErrorSummary form="check-in" errors={errors} />
        <CheckInForm community={community} pairId={pairId} zone={zone} typed={typed} errors={errors} />
      </Narrow>
    </>
  );
}
