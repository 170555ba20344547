import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { moveTheme } from "../../db/queries/themes.server";
import { organize } from "../auth/community.server";
import { themeAt } from "../auth/roadmap.server";
import { movedWords } from "../domain/roadmap/placing";
import { unreadable } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { positionForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const loader = onlyPost;

/** Moves a theme one place up or down on the roadmap. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const deed = { action: "move theme", object: "themes", objectKey: params.theme };
  const { community } = await organize(context, request, params.community, deed, form);
  const { id, slug } = await themeAt(context, community, params.theme);
  const parsed = await parseForm(context, form, positionForm);
  if (!parsed.ok) return unreadable(parsed.errors[0]?.message ?? "");
  const { direction } = parsed.values;
  const moved = await change(context.db, await context.doer(), "move theme", (tx) =>
    moveTheme(tx, { communityId: community.id, id }, direction),
  );
  return redirectSaying(`${paths.roadmap(community)}#theme-${slug}`, movedWords("The theme", direction, moved));
}

export default function ThemePosition() {
  return null;
}
