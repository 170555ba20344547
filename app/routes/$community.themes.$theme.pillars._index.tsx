import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { addPillars } from "../../db/queries/pillars.server";
import { framesRefusal, organize } from "../auth/community.server";
import { themeAt, tooLate } from "../auth/roadmap.server";
import { AddPillarForm } from "../components/add-pillar-form";
import { Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { pillarForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: add a pillar · Portolan" }];

/** Nothing to read; after a refused form it frames the page that shows the form again. */
export const loader = framesRefusal;

/** Adds a pillar at the end of a theme. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const deed = { action: "add pillar", object: "pillars", objectKey: params.theme };
  const { community } = await organize(context, request, params.community, deed, form);
  const theme = await themeAt(context, community, params.theme, form);
  const parsed = await parseForm(context, form, pillarForm);
  if (!parsed.ok) {
    const at = { community: { slug: community.slug }, theme: { slug: theme.slug, title: theme.title } };
    return data({ ...at, ...parsed }, { status: 422 });
  }
  const [made] = await change(context.db, await context.doer(), "add pillar", (tx) =>
    addPillars(tx, community.id, theme.id, [parsed.values]),
  );
  if (!made) return tooLate(community, form);
  return redirectSaying(
    `${paths.theme(community, theme)}#pillar-${made.id}`,
    "The pillar is there. It waits for tasks.",
  );
}

export default function AddPillar() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, theme, typed } = answer;
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader where={[{ href: paths.theme(community, theme), label: theme.title }]} title="Add a pillar" />
      <Narrow>
        <ErrorSummary form="pillar" errors={errors} />
        <AddPillarForm action={paths.themePillars(community, theme)} typed={typed} errors={errors} />
      </Narrow>
    </>
  );
}
