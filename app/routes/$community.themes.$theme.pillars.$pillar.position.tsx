import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { type ClientActionFunctionArgs, useLoaderData } from "@remix-run/react";
import { movePillar } from "../../db/queries/moving.server";
import { organize } from "../auth/community.server";
import { pillarAt, themeAt } from "../auth/roadmap.server";
import { Narrow } from "../components/columns";
import { MoveForm } from "../components/move-form";
import { PageHeader } from "../components/page-header";
import { choicesFor } from "../domain/roadmap/ordering";
import { answerDrop } from "../http/answer-drop";
import { answerMove } from "../http/answer-move";
import { notFound, unreadable } from "../http/answers";
import { readId } from "../http/fields.server";
import { pillarPositionForm } from "../http/moving-fields.server";
import { parseForm } from "../http/parse-form.server";
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
  const pillars = theme.pillars.map(({ id, title }) => ({ id: String(id), title }));
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    theme: { slug: theme.slug, title: theme.title },
    pillar: { id: pillar.id, title: pillar.title },
    seen: theme.orderRev,
    places: choicesFor([{ id: "", items: pillars }], String(pillar.id)).map(({ before, isNow }) => ({
      value: before?.id ?? "",
      before: before?.title ?? null,
      isNow,
    })),
  };
}

/** Moves a pillar before another one of its theme, or to the end. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await organize(context, request, params.community, deedOn(params.pillar), form);
  const missing = async () =>
    pillarAt(context, community, await themeAt(context, community, params.theme, form), params.pillar);
  const parsed = await parseForm(context, form, pillarPositionForm);
  if (!parsed.ok) {
    await missing();
    return unreadable(parsed.errors[0]?.message ?? "");
  }
  const slug = params.theme ?? "";
  const id = readId(params.pillar) ?? notFound("pillar");
  const move = { communityId: community.id, themeSlug: slug, id, ...parsed.values };
  const moved = await movePillar(context.db, await context.doer(), move);
  if (moved.is === "missing") await missing();
  return answerMove("pillar", moved, form, {
    back: `${paths.theme(community, { slug })}#pillar-${id}`,
    again: paths.pillarPosition(community, { slug }, id),
  });
}

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => answerDrop(serverAction);

export default function MovePillar() {
  const { community, theme, pillar, seen, places } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader
        where={[
          { href: paths.roadmap(community), label: "Roadmap" },
          { href: paths.theme(community, theme), label: theme.title },
        ]}
        title={`Move “${pillar.title}”`}
      />
      <Narrow>
        <MoveForm
          action={paths.pillarPosition(community, theme, pillar.id)}
          what="pillar"
          name="before"
          label="Where it goes"
          hidden={{ seen }}
          places={[{ options: places }]}
        />
      </Narrow>
    </>
  );
}
