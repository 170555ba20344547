import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { findLastWriter } from "../../db/queries/last-writer.server";
import { editTheme } from "../../db/queries/theme-writing.server";
import type { Theme } from "../../db/queries/themes.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { themeAt } from "../auth/roadmap.server";
import { ButtonLink } from "../components/button";
import { ClashNote } from "../components/clash-note";
import { Actions, Narrow, Stack } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { ThemeForm } from "../components/theme-form";
import type { ClashField } from "../domain/clash";
import { clashingEdit, refusedEdit } from "../http/edit-answer";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { themeEditForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.theme.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (slug: string | undefined) => ({ action: "edit theme", object: "themes", objectKey: slug });

/** A theme as its form holds it. */
const formOf = (theme: Theme) => ({
  title: theme.title,
  why: theme.why,
  state: theme.state,
  seen: String(theme.rev),
});

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.theme));
  const theme = await themeAt(context, community, params.theme);
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    theme: { slug: theme.slug, title: theme.title },
    filled: { ...formOf(theme), ...kept?.typed },
  };
}

/** Rewrites a theme. Whoever saves second sees what the first one wrote, beside their own. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await organize(context, request, params.community, deedOn(params.theme), form);
  const { id, slug } = await themeAt(context, community, params.theme, form);
  const parsed = await parseForm(context, form, themeEditForm);
  if (!parsed.ok) return refusedEdit(parsed);
  const { seen: rev, ...text } = parsed.values;
  const saved = await change(context.db, await context.doer(), "edit theme", (tx) =>
    editTheme(tx, { communityId: community.id, id, rev }, text),
  );
  if (saved) return redirectSaying(paths.theme(community, { slug }), "The theme is saved.");
  const now = await themeAt(context, community, slug, form);
  return clashingEdit(typedIn(form), formOf(now), fields, await findLastWriter(context.db, "themes", id));
}

const fields: ClashField[] = [
  { name: "title", label: "Title" },
  { name: "why", label: "Why it matters" },
  { name: "state", label: "How it stands" },
];

export default function EditTheme() {
  const { community, theme, filled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { seen, ...typed } = { ...filled, ...answer?.typed };
  return (
    <>
      <PageHeader
        where={[
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, theme), label: theme.title },
        ]}
        title="Edit the theme"
      />
      {answer?.clash ? <ClashNote {...answer.clash} /> : null}
      <Narrow>
        <Stack>
          <ThemeForm
            action={paths.themeEdit(community, theme)}
            submit="Save the theme"
            seen={seen}
            typed={typed}
            errors={faultsOf(answer)}
          />
          <Section title="Not needed any more?" id="deletion">
            <Actions>
              <ButtonLink tone="quiet" href={paths.themeDeletion(community, theme)}>
                Delete the theme
              </ButtonLink>
            </Actions>
          </Section>
        </Stack>
      </Narrow>
    </>
  );
}
