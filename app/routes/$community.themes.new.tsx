import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { NewThemePage } from "../components/new-theme-page";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Add a theme · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, { action: "add theme", object: "themes" });
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    typed: kept?.typed ?? { state: "exploring" },
  };
}

export default function NewTheme() {
  return <NewThemePage {...useLoaderData<typeof loader>()} />;
}
