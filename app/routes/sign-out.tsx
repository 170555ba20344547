import type { ActionFunctionArgs } from "@remix-run/node";
import { change } from "../../db/queries/change.server";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { paths } from "../paths";

export const loader = onlyPost;

export async function action({ context }: ActionFunctionArgs) {
  await change(context.db, await context.doer(), "sign out", (tx) => context.session.end(tx));
  return redirectSaying(paths.home(), "You are signed out.");
}

export default function SignOut() {
  return null;
}
