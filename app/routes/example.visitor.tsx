import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { change } from "../../db/queries/change.server";
import { findPersonByEmail } from "../../db/queries/people.server";
import { castParts, exampleCast } from "../../db/seed/cast";
import { conflict, unreadable } from "../http/answers";
import { cameFrom } from "../http/came-from";
import { choice } from "../http/fields.server";
import { onlyInExample } from "../http/only-in-example";
import { onlyPost } from "../http/only-post";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { localPath, paths } from "../paths";
import { arrive } from "./sign-in_.$token/arrival.server";

export function loader({ context, request }: LoaderFunctionArgs) {
  onlyInExample(context);
  return onlyPost({ request });
}

const schema = z.object({ as: choice(castParts, "Choose whom to look around as: organizer, newcomer or mentor.") });

/** Look around as one of the cast: stays on the page it was pressed on, or goes where its sign-in page led. */
export async function action({ context, request }: ActionFunctionArgs) {
  onlyInExample(context);
  const parsed = await parseForm(context, await readForm(request), schema);
  if (!parsed.ok) unreadable(parsed.errors[0]?.message ?? "");
  const person = await findPersonByEmail(context.db, exampleCast[parsed.values.as].email);
  if (!person) conflict("The people of the example are gone, because it was cleared. Sign in as yourself instead.");
  const doer = { personId: person.id, requestId: context.requestId };
  await change(context.db, doer, "look around", (tx) => context.session.start(tx, person));
  const page = cameFrom(request, context.origin) ?? paths.home();
  const { pathname, searchParams } = new URL(page, context.origin);
  if (pathname === paths.signIn()) {
    return arrive(context, person, localPath(searchParams.get("next")), searchParams.get("kept"));
  }
  return redirect(/^\/(sign-in|setup)\//.test(pathname) ? paths.home() : page, 303);
}

export default function ExampleVisitor() {
  return null;
}
