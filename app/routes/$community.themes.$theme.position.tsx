import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData } from "@remix-run/react";
import { moveTheme } from "../../db/queries/moving.server";
import { listThemeNamesFrom, searchThemes } from "../../db/queries/theme-choices.server";
import { organize } from "../auth/community.server";
import { themeAt } from "../auth/roadmap.server";
import { Narrow, Stack } from "../components/columns";
import { MoveForm } from "../components/move-form";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { ThemeFinder } from "../components/theme-finder";
import { limits } from "../domain/limits";
import { answerDrop } from "../http/answer-drop";
import { answerMove } from "../http/answer-move";
import { notFound, unreadable } from "../http/answers";
import { themePositionForm } from "../http/moving-fields.server";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { searchedFor } from "../http/searched-for";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Move ${data?.theme.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (slug: string | undefined) => ({ action: "move theme", object: "themes", objectKey: slug });

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.theme));
  const theme = await themeAt(context, community, params.theme);
  const search = searchedFor(request);
  const offset = theme.place - 1 - ((theme.place - 1) % limits.themesOnPage);
  const [first, near] = await Promise.all([
    listThemeNamesFrom(context.db, community.id, 0, 1),
    search
      ? searchThemes(context.db, community.id, search, limits.themesFound)
      : listThemeNamesFrom(context.db, community.id, offset, limits.themesOnPage + 1),
  ]);
  const top = near.some(({ slug }) => slug === first[0]?.slug) ? [] : first;
  const after = search ? undefined : near[near.findIndex(({ slug }) => slug === theme.slug) + 1]?.slug;
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    theme: { slug: theme.slug, title: theme.title, place: theme.place, of: theme.of },
    seen: community.rev,
    search,
    found: near.length,
    places: [...top, ...near]
      .filter(({ slug }) => slug !== theme.slug)
      .map(({ slug, title }) => ({ value: slug, before: title, isNow: slug === after })),
  };
}

/** Moves a theme before another one of the roadmap, or to the end. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await organize(context, request, params.community, deedOn(params.theme), form);
  const parsed = await parseForm(context, form, themePositionForm);
  if (!parsed.ok) {
    await themeAt(context, community, params.theme, form);
    return unreadable(parsed.errors[0]?.message ?? "");
  }
  const slug = params.theme ?? notFound("theme");
  const move = { communityId: community.id, slug, ...parsed.values };
  const moved = await moveTheme(context.db, await context.doer(), move);
  if (moved.is === "missing") await themeAt(context, community, slug, form);
  return answerMove("theme", moved, form, {
    back: paths.roadmapAt(community, { slug }),
    again: paths.themePosition(community, { slug }),
  });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => answerDrop(serverAction);

export default function MoveTheme() {
  const { community, theme, seen, search, found, places } = useLoaderData<typeof loader>();
  const action = paths.themePosition(community, theme);
  return (
    <>
      <PageHeader
        where={[
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, theme), label: theme.title },
        ]}
        title={`Move “${theme.title}”`}
        lede={`It is ${theme.place} of ${theme.of} on the roadmap.`}
      />
      <Narrow>
        <Stack>
          <MoveForm
            action={action}
            what="theme"
            name="before"
            label="Where it goes"
            hint={search ? `Themes with “${search}” in their title, and the two ends.` : undefined}
            hidden={{ seen }}
            places={[{ options: [...places, { value: "", before: null, isNow: theme.place === theme.of }] }]}
          />
          {theme.of > limits.themesOnPage ? (
            <Section title="Before a theme that is not in the list" id="elsewhere" level={3}>
              <ThemeFinder action={action} search={search} found={search && found === 0 ? [] : undefined} />
            </Section>
          ) : null}
        </Stack>
      </Narrow>
    </>
  );
}
