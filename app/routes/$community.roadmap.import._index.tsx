import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { previewImport } from "../../db/queries/imports.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { ImportPage, ImportPreviewPage } from "../components/import-page";
import { readOutline } from "../domain/roadmap/outline";
import { faultsOf } from "../http/fault";
import { readOutlineForm } from "../http/outline-form.server";
import { readForm } from "../http/read-form.server";
import { previewMark } from "../http/sent-text.server";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Bring in a roadmap · ${data?.community.name} · Portolan` },
];

const deed = { action: "import roadmap", object: "communities" };

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deed);
  const kept = await restoreForm(context, request);
  return { community, text: kept?.typed.outline ?? "" };
}

/** The preview: what the text would become. It changes nothing, so it is the page itself and no redirect. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { text, keep, fault } = await readOutlineForm(context, await readForm(request));
  const { community } = await organize(context, request, params.community, deed, keep);
  if (fault) return data({ text, errors: faultsOf(fault), preview: null }, { status: 422 });
  const preview = await previewImport(context.db, community, readOutline(text));
  return data({ text, errors: [], preview: { ...preview, mark: previewMark(text) } });
}

export default function RoadmapImportPage() {
  const { community, text } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  if (sent?.preview) return <ImportPreviewPage community={community} text={sent.text} {...sent.preview} />;
  return <ImportPage community={community} text={sent?.text ?? text} errors={sent?.errors} />;
}
