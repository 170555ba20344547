import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { addThemes } from "../../db/queries/theme-writing.server";
import { organize, visit } from "../auth/community.server";
import { NewThemePage } from "../components/new-theme-page";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { followsForm } from "../http/follows-form";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { themeForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Error: add a theme · ${data?.community.name} · Portolan` },
];

/** Reading this address leads to the roadmap; after a refused form it is the page that shows the form again. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await visit(context, params.community);
  if (!followsForm(request)) throw redirect(paths.roadmap(community), 303);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
  };
}

/** Adds a theme at the end of the roadmap. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const deed = { action: "add theme", object: "themes" };
  const { community } = await organize(context, request, params.community, deed, form);
  const parsed = await parseForm(context, form, themeForm);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const [made] = await change(context.db, await context.doer(), "add theme", (tx) =>
    addThemes(tx, community.id, [parsed.values]),
  );
  return redirectSaying(
    made ? paths.theme(community, made) : paths.roadmap(community),
    "The theme is on the roadmap. What has to be answered before it can be split?",
  );
}

export default function AddTheme() {
  const page = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  return <NewThemePage {...page} typed={fault?.typed} errors={faultsOf(fault)} />;
}
