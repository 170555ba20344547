import type { ActionFunctionArgs } from "@remix-run/node";
import { stepAtDesk } from "../auth/desk-step.server";
import { onlyPost } from "../http/only-post";

export const loader = onlyPost;

/** Does again what the organizer undid last at this desk. */
export const action = ({ context, params, request }: ActionFunctionArgs) =>
  stepAtDesk(context, request, params, "redo");

/** Nothing to show, but a place to show a refusal in. */
export default function DeskRedo() {
  return null;
}
