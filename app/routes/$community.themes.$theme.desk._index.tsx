import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { considerDesk } from "../../db/queries/desk.server";
import { deskAt, deskOn, openDesk, shownDesk } from "../auth/desk.server";
import { restoreForm } from "../auth/kept-forms.server";
import { tooLate } from "../auth/roadmap.server";
import { DeskPage } from "../components/desk-page";
import { deskRefusals } from "../domain/roadmap/desk-words";
import { faultsOf } from "../http/fault";
import { typedIn } from "../http/kept-text";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { deskForm } from "../http/roadmap-fields.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Split ${data?.theme.title} · ${data?.community.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const at = await deskAt(context, request, params, "open desk");
  const { text, around } = await openDesk(context, at);
  const kept = (await restoreForm(context, request))?.typed;
  return { ...deskOn(at), text: kept?.outline ?? text, base: kept?.base || text, around };
}

/** The preview for browsers without scripts. It changes nothing, so it is the page itself and no redirect. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const at = await deskAt(context, request, params, "preview desk", form);
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
  const sent = { base, text: outline, takeOff };
  const considered = (await considerDesk(context.db, at.here, sent, at.community.now)) ?? tooLate(at.community, form);
  const shown = await shownDesk(context, at, considered, takeOff === considered.preview.token);
  const errors = considered.unread.length > 0 ? [{ name: "outline", message: deskRefusals.unread }] : [];
  return data({ ...shown, errors }, { status: considered.clashes.length > 0 ? 409 : 200 });
}

export default function Desk() {
  const stored = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return <DeskPage {...(sent ?? stored)} />;
}
