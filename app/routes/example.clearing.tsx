import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { clearExample, hasExample } from "../../db/queries/clearing.server";
import { conflict } from "../http/answers";
import { onlyInExample } from "../http/only-in-example";
import { onlyPost } from "../http/only-post";
import { paths } from "../paths";

export function loader({ context, request }: LoaderFunctionArgs) {
  onlyInExample(context);
  return onlyPost({ request });
}

/** Empties the example, once. What somebody makes afterwards is theirs, and this door no longer touches it. */
export async function action({ context }: ActionFunctionArgs) {
  onlyInExample(context);
  if (!(await hasExample(context.db))) {
    conflict("The example has been cleared already. What is here now is somebody's own.");
  }
  const token = await clearExample(context.db, { personId: null, requestId: context.requestId });
  return redirect(paths.setup(token), 303);
}

export default function ExampleClearing() {
  return null;
}
