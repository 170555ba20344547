import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { addSprint } from "../../db/queries/sprints.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { Narrow } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { SprintForm } from "../components/sprint-form";
import { timeZones } from "../domain/people/time-zones";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { emptySprint, sprintForm, sprintTextOf } from "../http/sprint-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Plan a sprint · ${data?.community.name} · Portolan` },
];

const deed = { action: "add sprint", object: "sprints", what: "plan its sprints" };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, person } = await organize(context, request, params.community, deed);
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    zones: timeZones,
    typed: kept?.typed ?? emptySprint(person.timeZone),
  };
}

/** Plans a sprint. Registration is opened later, when its page says what people need to know. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await organize(context, request, params.community, deed, form);
  const parsed = await parseForm(context, form, sprintForm);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const made = await change(context.db, await context.doer(), "add sprint", (tx) =>
    addSprint(tx, community.id, sprintTextOf(parsed.values)),
  );
  return redirectSaying(
    paths.sprint(community, made),
    "The sprint is planned. Open registration as soon as its page says what people need to know.",
  );
}

export default function NewSprint() {
  const { community, zones, typed } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        where={[
          { href: paths.community(community), label: community.name },
          { href: paths.sprints(community), label: "Sprints" },
        ]}
        title="Plan a sprint"
        lede="A name, days and hours are enough to begin with. Everything can be changed later."
      />
      <Narrow>
        <SprintForm
          action={paths.newSprint(community)}
          submit="Plan the sprint"
          zones={zones}
          typed={fault?.typed ?? typed}
          errors={faultsOf(fault)}
        />
      </Narrow>
    </>
  );
}
