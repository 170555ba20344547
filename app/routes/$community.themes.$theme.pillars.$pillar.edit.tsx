import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { findLastWriter } from "../../db/queries/last-writer.server";
import { editPillar } from "../../db/queries/pillars.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { pillarAt, themeAt } from "../auth/roadmap.server";
import { ClashNote } from "../components/clash-note";
import { Narrow } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { PillarForm } from "../components/pillar-form";
import { clashingEdit, refusedEdit } from "../http/edit-answer";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { pillarEditForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.pillar.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (id: string | undefined) => ({ action: "edit pillar", object: "pillars", objectKey: id });

/** A pillar as its form holds it. */
const formOf = ({ title, intro, rev }: { title: string; intro: string; rev: number }) => ({
  title,
  intro,
  seen: String(rev),
});

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.pillar));
  const theme = await themeAt(context, community, params.theme);
  const pillar = await pillarAt(context, community, theme, params.pillar);
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    theme: { slug: theme.slug, title: theme.title },
    pillar: { id: pillar.id, title: pillar.title },
    filled: { ...formOf(pillar), ...kept?.typed },
  };
}

/** Rewrites a pillar. Whoever saves second sees what the first one wrote, beside their own. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await organize(context, request, params.community, deedOn(params.pillar), form);
  const theme = await themeAt(context, community, params.theme, form);
  const { id } = await pillarAt(context, community, theme, params.pillar);
  const parsed = await parseForm(context, form, pillarEditForm);
  if (!parsed.ok) return refusedEdit(parsed);
  const { seen: rev, ...text } = parsed.values;
  const saved = await change(context.db, await context.doer(), "edit pillar", (tx) =>
    editPillar(tx, { communityId: community.id, id, rev }, text),
  );
  if (saved) return redirectSaying(`${paths.theme(community, theme)}#pillar-${id}`, "The pillar is saved.");
  const now = await pillarAt(context, community, theme, params.pillar);
  return clashingEdit(typedIn(form), formOf(now), fields, await findLastWriter(context.db, "pillars", id));
}

const fields = [
  { name: "title", label: "Name" },
  { name: "intro", label: "What belongs in it" },
];

export default function EditPillar() {
  const { community, theme, pillar, filled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { seen, ...typed } = { ...filled, ...answer?.typed };
  return (
    <>
      <PageHeader
        where={[
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, theme), label: theme.title },
        ]}
        title="Edit the pillar"
      />
      {answer?.clash ? <ClashNote {...answer.clash} /> : null}
      <Narrow>
        <PillarForm
          action={paths.pillarEdit(community, theme, pillar.id)}
          seen={seen}
          typed={typed}
          errors={faultsOf(answer)}
        />
        <p>
          <a href={paths.pillarTheme(community, theme, pillar.id)}>Move it to another theme</a>
        </p>
      </Narrow>
    </>
  );
}
