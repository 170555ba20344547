import type { AppLoadContext } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { takeStep } from "../../db/queries/undoing.server";
import { builtOnWords, noStepWords, steppedWords } from "../domain/roadmap/step-words";
import { conflict } from "../http/answers";
import { redirectSaying } from "../http/flash";
import { paths } from "../paths";
import { deskAt } from "./desk.server";

/** Undoes or redoes an organizer's step at a desk, and comes back to it; refuses a step that somebody has gone on from. */
export async function stepAtDesk(
  context: AppLoadContext,
  request: Request,
  params: { community?: string; theme?: string },
  way: "undo" | "redo",
) {
  const { community, person, theme, here } = await deskAt(context, request, params, `${way} step`);
  const place = { ...here, personId: person.id };
  const became = await change(context.db, await context.doer(), `${way} step`, (tx) => takeStep(tx, place, way));
  const desk = { href: paths.desk(community, theme), label: "Back to the desk" };
  if (became.is === "nothing" || became.is === "built on") {
    const because = became.is === "nothing" ? noStepWords(way) : builtOnWords(became.by, became.title, way);
    const { communityId } = here;
    await context.refused({ action: `${way} step`, because, object: "themes", objectKey: theme.slug, communityId });
    return conflict(because, desk);
  }
  return redirectSaying(desk.href, steppedWords(became, way));
}
