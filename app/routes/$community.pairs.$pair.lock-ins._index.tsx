import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { addLockIn } from "../../db/queries/lock-ins.server";
import { listAddressees } from "../../db/queries/people.server";
import { pairAt } from "../auth/pair.server";
import { openPost } from "../bridges/post.server";
import { Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { LockInForm } from "../components/lock-in-form";
import { PageHeader } from "../components/page-header";
import { canBookLockIn, othersIn } from "../domain/pairs/deeds";
import { insist } from "../http/answers";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { tellLockIn } from "../http/lock-in-letters.server";
import { onlyPost } from "../http/only-post";
import { lockInForm, lockInOf } from "../http/pair-fields.server";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: the lock-in is not booked · Portolan" }];

export const loader = onlyPost;

/** A pair books an hour or two in which it does one thing to the end. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person, pair, part } = await pairAt(context, request, params, form);
  const deed = { action: "book lock-in", object: "pairs", objectKey: pair.id, communityId: community.id };
  const page = { href: paths.pair(community, pair.id), label: "Back to the pair" };
  await insist(context, canBookLockIn(pair, part), deed, page, form);

  const at = { community: { slug: community.slug }, pairId: pair.id, zone: pair.sprint.timeZone };
  const parsed = await parseForm(context, form, lockInForm);
  if (!parsed.ok) return data({ ...at, errors: parsed.errors, typed: parsed.typed }, { status: 422 });
  const read = lockInOf(parsed.values, pair.sprint, community.now);
  if (!read.ok) return data({ ...at, errors: read.faults, typed: typedIn(form) }, { status: 422 });
  const by = { communityId: community.id, sprintId: pair.sprint.id, pairId: pair.id, madeBy: person.id };
  const post = openPost(context);
  const booked = await change(context.db, await context.doer(), "book lock-in", async (tx) => {
    if (!(await addLockIn(tx, by, read.text))) return false;
    const others = await listAddressees(tx, othersIn(pair, person.id));
    const told = { deed: "booked", by: person.name, community, pair } as const;
    await tellLockIn(post.in(tx, community), others, read.text, told);
    return true;
  });
  if (!booked) await insist(context, canBookLockIn({ endedAt: community.now }, part), deed, page, form);
  await post.send();
  return redirectSaying(page.href, "Booked. It stands on the sprint's page, without your names.");
}

export default function LockInRefused() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, pairId, zone, typed } = answer;
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader where={[{ href: paths.pair(community, pairId), label: "The pair" }]} title="Not booked yet" />
      <Narrow>
        <ErrorSummary form="lock-in" errors={errors} />
        <LockInForm community={community} pairId={pairId} zone={zone} typed={typed} errors={errors} />
      </Narrow>
    </>
  );
}
