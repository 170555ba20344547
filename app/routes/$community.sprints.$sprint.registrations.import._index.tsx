import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { previewRegistrations } from "../../db/queries/registrations-import.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { sprintAt } from "../auth/sprint.server";
import { readRegistrationsCsv } from "../bridges/registrations-csv.server";
import { RegistrationsImportPage, RegistrationsPreviewPage } from "../components/registrations-import-page";
import { faultsOf } from "../http/fault";
import { readForm } from "../http/read-form.server";
import { previewMark } from "../http/sent-text.server";
import { readTableForm } from "../http/table-form.server";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bring in registrations · ${data?.sprint.name} · Portolan` },
];

const deed = { action: "import registrations", object: "sprints" };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deed);
  const sprint = await sprintAt(context, community, params.sprint);
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    text: kept?.typed.table ?? "",
  };
}

/** The preview: what the table would become. It changes nothing, so it is the page itself and no redirect. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { text, keep, fault } = await readTableForm(context, await readForm(request));
  const { community } = await organize(context, request, params.community, deed, keep);
  const sprint = await sprintAt(context, community, params.sprint);
  if (fault) return data({ text, errors: faultsOf(fault), preview: null }, { status: 422 });
  const read = readRegistrationsCsv(text);
  const plan = await previewRegistrations(context.db, community.id, sprint, read.rows);
  plan.faults.unshift(...read.faults);
  const status = plan.faults.length > 0 ? 422 : 200;
  return data({ text, errors: [], preview: { plan, mark: previewMark(text) } }, { status });
}

export default function RegistrationsImportRoute() {
  const { text, ...here } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.preview) return <RegistrationsPreviewPage {...here} text={sent.text} {...sent.preview} />;
  return <RegistrationsImportPage {...here} text={sent?.text ?? text} errors={sent?.errors} />;
}
