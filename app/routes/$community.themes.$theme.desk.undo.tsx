import type { ActionFunctionArgs } from "@remix-run/node";
import { stepAtDesk } from "../auth/desk-step.server";
import { onlyPost } from "../http/only-post";

export const loader = onlyPost;

/** Undoes the last thing the organizer did at this desk. */
export const action = ({ context, params, request }: ActionFunctionArgs) =>
  stepAtDesk(context, request, params, "undo");

/** Nothing to show, but a place to show a refusal in. */
export default function DeskUndo() {
  return null;
}
