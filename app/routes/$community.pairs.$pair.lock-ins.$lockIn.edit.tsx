import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { findLastWriter } from "../../db/queries/last-writer.server";
import { editLockIn } from "../../db/queries/lock-ins.server";
import { listAddressees } from "../../db/queries/people.server";
import { restoreForm } from "../auth/kept-forms.server";
import { lockInAt } from "../auth/pair.server";
import { openPost } from "../bridges/post.server";
import { ClashNote } from "../components/clash-note";
import { Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { LockInForm } from "../components/lock-in-form";
import { PageHeader } from "../components/page-header";
import type { ClashField } from "../domain/clash";
import { canChangeLockIn, othersIn } from "../domain/pairs/deeds";
import { conflict, insist } from "../http/answers";
import { clashingEdit, refusedEdit } from "../http/edit-answer";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { tellLockIn } from "../http/lock-in-letters.server";
import { lockInEditForm, lockInFormOf, lockInOf } from "../http/pair-fields.server";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Change a lock-in · ${data?.sprint.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, pair, lockIn } = await lockInAt(context, request, params);
  const verdict = canChangeLockIn(lockIn, community.now);
  if (!verdict.ok) conflict(verdict.because, { href: paths.pair(community, pair.id), label: "Back to the pair" });
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: pair.sprint.slug, name: pair.sprint.name },
    pairId: pair.id,
    lockInId: lockIn.id,
    zone: pair.sprint.timeZone,
    filled: { ...lockInFormOf(lockIn, pair.sprint.timeZone), ...kept?.typed },
  };
}

/** Either of a pair, or an organizer, changes a lock-in. Whoever saves second sees what the first one wrote. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person, pair, lockIn } = await lockInAt(context, request, params, form);
  const deed = { action: "change lock-in", object: "blocks", objectKey: lockIn.id, communityId: community.id };
  const page = { href: paths.pair(community, pair.id), label: "Back to the pair" };
  await insist(context, canChangeLockIn(lockIn, community.now), deed, page, form);

  const parsed = await parseForm(context, form, lockInEditForm);
  if (!parsed.ok) return refusedEdit(parsed);
  const { seen: rev, ...values } = parsed.values;
  const read = lockInOf(values, pair.sprint, community.now);
  if (!read.ok) return refusedEdit({ errors: read.faults, typed: typedIn(form) });
  const post = openPost(context);
  const saved = await change(context.db, await context.doer(), deed.action, async (tx) => {
    if (!(await editLockIn(tx, { communityId: community.id, id: lockIn.id, rev }, read.text))) return false;
    const others = await listAddressees(tx, othersIn(pair, person.id));
    const told = { deed: "changed", by: person.name, community, pair } as const;
    await tellLockIn(post.in(tx, community), others, read.text, told);
    return true;
  });
  if (!saved) {
    const { lockIn: now } = await lockInAt(context, request, params);
    await insist(context, canChangeLockIn(now, community.now), deed, page, form);
    const stored = lockInFormOf(now, pair.sprint.timeZone);
    return clashingEdit(typedIn(form), stored, fields, await findLastWriter(context.db, "blocks", now.id));
  }
  await post.send();
  return redirectSaying(page.href, "The lock-in is changed, and stands so on the sprint's page.");
}

const fields: readonly ClashField[] = [
  { name: "title", label: "What you do" },
  { name: "day", label: "Day" },
  { name: "from", label: "From" },
  { name: "until", label: "Until" },
  { name: "place", label: "Where" },
  { name: "doneWhen", label: "Done when" },
];

export default function EditLockIn() {
  const { community, pairId, lockInId, zone, filled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { seen, ...typed }: Record<string, string> = { ...filled, ...answer?.typed };
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader where={[{ href: paths.pair(community, pairId), label: "The pair" }]} title="Change the lock-in" />
      {answer?.clash ? <ClashNote {...answer.clash} /> : null}
      <Narrow>
        <ErrorSummary form="lock-in" errors={errors} />
        <LockInForm
          community={community}
          pairId={pairId}
          zone={zone}
          changes={{ id: lockInId, seen: seen ?? "" }}
          typed={typed}
          errors={errors}
        />
      </Narrow>
    </>
  );
}
