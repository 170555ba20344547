import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { saveDesk } from "../../db/queries/desk.server";
import { deskAt, deskOn, openDesk, shownDesk } from "../auth/desk.server";
import { tooLate } from "../auth/roadmap.server";
import { DeskPage } from "../components/desk-page";
import { deskRefusals, deskSavedWords } from "../domain/roadmap/desk-words";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { onlyPost } from "../http/only-post";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { deskForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const meta: MetaFunction = () => [{ title: "Error: nothing has been saved yet · Portolan" }];

export const loader = onlyPost;

/**
 * Saves a desk in one transaction, together with what others saved meanwhile. What cannot be read, what two wrote
 * differently, and what would be taken off unasked is shown instead, with everything that was written.
 */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const at = await deskAt(context, request, params, "save desk", form);
  const parsed = await parseForm(context, form, deskForm);
  if (!parsed.ok) {
    const { text, around } = await openDesk(context, at);
    const typed = typedIn(form);
    const sent = { text: typed.outline ?? "", base: typed.base || text };
    return data(
      { ...deskOn(at), ...sent, around, agreed: false, clash: null, errors: faultsOf(parsed) },
      { status: 422 },
    );
  }
  const { outline, base, takeOff } = parsed.values;
  const saved = await change(context.db, await context.doer(), "save desk", (tx) =>
    saveDesk(tx, at.here, { base, text: outline, takeOff }, at.person.id, at.community.now),
  );
  if (saved.is === "saved") return redirectSaying(paths.desk(at.community, at.theme), deskSavedWords(saved));
  if (saved.is === "gone") return tooLate(at.community, form);
  const shown = await shownDesk(context, at, saved.considered, false);
  const errors =
    saved.is === "unread"
      ? [{ name: "outline", message: deskRefusals.unread }]
      : saved.is === "asks"
        ? [{ name: "takeOff", message: deskRefusals.asks }]
        : [];
  return data({ ...shown, errors }, { status: saved.is === "unread" ? 422 : 409 });
}

export default function DeskApplication() {
  const sent = useActionData<typeof action>();
  return sent ? <DeskPage {...sent} /> : null;
}
