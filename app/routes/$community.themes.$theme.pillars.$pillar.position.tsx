import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { movePillar } from "../../db/queries/pillars.server";
import { organize } from "../auth/community.server";
import { pillarAt, themeAt } from "../auth/roadmap.server";
import { movedWords } from "../domain/roadmap/placing";
import { unreadable } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { positionForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Moves a pillar one place up or down in its theme. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const deed = { action: "move pillar", object: "pillars", objectKey: params.pillar };
  const { community } = await organize(context, request, params.community, deed, form);
  const theme = await themeAt(context, community, params.theme);
  const { id } = await pillarAt(context, community, theme, params.pillar);
  const parsed = await parseForm(context, form, positionForm);
  if (!parsed.ok) return unreadable(parsed.errors[0]?.message ?? "");
  const { direction } = parsed.values;
  const moved = await change(context.db, await context.doer(), "move pillar", (tx) =>
    movePillar(tx, { communityId: community.id, themeId: theme.id, id }, direction),
  );
  return redirectSaying(`${paths.theme(community, theme)}#pillar-${id}`, movedWords("The pillar", direction, moved));
}

export default function PillarPosition() {
  return null;
}
