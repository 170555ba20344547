import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { endPreparation } from "../../db/queries/preparations.server";
import { framesRefusal } from "../auth/community.server";
import { preparationAt } from "../auth/preparation.server";
import { Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { EndPreparationForm } from "../components/preparation-forms";
import { canEndPreparation } from "../domain/preparations/deeds";
import { insist } from "../http/answers";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { preparationEndingForm } from "../http/preparation-fields.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: not handed back yet · Portolan" }];

/** Nothing to read; after a refused form it frames the page that shows the form again. */
export const loader = framesRefusal;

/** Hands a preparation back with a note, or frees it as an organizer. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person, preparation } = await preparationAt(context, request, params, form);
  const { id, personId, holds } = preparation;
  const viewer = { personId: person.id, organizer: community.role === "organizer" };
  const deed = { action: "end preparation", object: "preparations", objectKey: id, communityId: community.id };
  const page = { href: paths.preparation(community, id), label: "Back to the preparation" };
  const { verdict, reason } = canEndPreparation({ personId, ended: !holds }, viewer);
  await insist(context, verdict, deed, page, form);
  const parsed = await parseForm(context, form, preparationEndingForm);
  const own = personId === person.id;
  if (!parsed.ok) return data({ community: { slug: community.slug }, id, own, ...parsed }, { status: 422 });
  const ending = { reason, note: parsed.values.note, endedBy: person.id };
  const ended = await change(context.db, await context.doer(), "end preparation", (tx) =>
    endPreparation(tx, { communityId: community.id, id }, ending),
  );
  if (!ended) await insist(context, canEndPreparation({ personId, ended: true }, viewer).verdict, deed, page, form);
  return redirectSaying(
    `${paths.roadmapGuidance(community)}#next`,
    "Somebody else can prepare it now. The note is kept.",
  );
}

export default function EndPreparationRefused() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, id, own, typed } = answer;
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader
        where={[{ href: paths.preparation(community, id), label: "The preparation" }]}
        title="Not handed back yet"
      />
      <Narrow>
        <ErrorSummary form="ending" errors={errors} />
        <EndPreparationForm community={community} preparationId={id} own={own} typed={typed} errors={errors} />
      </Narrow>
    </>
  );
}
