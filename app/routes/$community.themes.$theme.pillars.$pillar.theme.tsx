import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { movePillarToTheme } from "../../db/queries/branch-moving.server";
import { change } from "../../db/queries/change.server";
import { listThemeNames } from "../../db/queries/themes.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { pillarAt, themeAt, tooLate } from "../auth/roadmap.server";
import { BranchForm } from "../components/branch-form";
import { Narrow } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { branchWords } from "../domain/roadmap/desk-words";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { branchForm } from "../http/moving-fields.server";
import { type FormFault, parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Move ${data?.pillar.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (id: string | undefined) => ({ action: "move pillar", object: "pillars", objectKey: id });

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.pillar));
  const theme = await themeAt(context, community, params.theme);
  const pillar = await pillarAt(context, community, theme, params.pillar);
  const themes = await listThemeNames(context.db, community.id);
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    theme: { slug: theme.slug, title: theme.title },
    pillar: { id: pillar.id, title: pillar.title },
    options: themes.filter(({ id }) => id !== theme.id).map(({ id, title }) => ({ value: String(id), label: title })),
    filled: { to: "", ...kept?.typed },
  };
}

/** Moves a pillar with its tasks to another theme; claims, numbers and what waits for what stay. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await organize(context, request, params.community, deedOn(params.pillar), form);
  const theme = await themeAt(context, community, params.theme, form);
  const pillar = await pillarAt(context, community, theme, params.pillar);
  const themes = await listThemeNames(context.db, community.id);
  const parsed = await parseForm(context, form, branchForm(themes.filter(({ id }) => id !== theme.id)));
  if (!parsed.ok) return data<FormFault>({ errors: parsed.errors, typed: typedIn(form) }, { status: 422 });
  const to = themes.find(({ id }) => id === parsed.values.to);
  const branch = { communityId: community.id, themeId: theme.id, pillarId: pillar.id, toThemeId: to?.id ?? 0 };
  const moved = await change(context.db, await context.doer(), "move pillar", (tx) =>
    movePillarToTheme(tx, branch, person.id),
  );
  if (moved === null || !to) return tooLate(community, form);
  return redirectSaying(`${paths.theme(community, to)}#pillar-${pillar.id}`, branchWords(moved, theme.title));
}

export default function PillarTheme() {
  const { community, theme, pillar, options, filled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        where={[{ href: paths.theme(community, theme), label: theme.title }]}
        title={`Move ${pillar.title}`}
        lede="It goes to the end of the other theme with all its tasks. Whoever holds one goes on with it, and its number stays."
      />
      <Narrow>
        <BranchForm
          action={paths.pillarTheme(community, theme, pillar.id)}
          options={options}
          typed={{ ...filled, ...answer?.typed }}
          errors={faultsOf(answer)}
        />
      </Narrow>
    </>
  );
}
