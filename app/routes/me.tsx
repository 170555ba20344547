import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { change } from "../../db/queries/change.server";
import { editPerson } from "../../db/queries/people.server";
import { restoreForm } from "../auth/kept-forms.server";
import { requirePerson } from "../auth/require-person.server";
import { Button } from "../components/button";
import { Actions, Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { SelectField } from "../components/select-field";
import { SubmitForm } from "../components/submit-form";
import { TextField } from "../components/text-field";
import { limits } from "../domain/limits";
import { timeZones } from "../domain/people/time-zones";
import { personName } from "../http/account-fields.server";
import { faultAt, faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };
export const meta = () => [{ title: "About you · Portolan" }];

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { name, email, timeZone } = await requirePerson(context, request);
  const kept = await restoreForm(context, request);
  return { email, zones: zonesWith(timeZone), filled: { name, timeZone, ...kept?.typed } };
}

/** The zone somebody has stays on the list, even when this machine knows it by a newer name. */
const zonesWith = (timeZone: string) => (timeZones.includes(timeZone) ? timeZones : [timeZone, ...timeZones]);

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const person = await requirePerson(context, request, form);
  const timeZone = z.enum(zonesWith(person.timeZone) as [string, ...string[]], "Choose a time zone from the list.");
  const parsed = await parseForm(context, form, z.object({ name: personName, timeZone }));
  if (!parsed.ok) return data(parsed, 422);
  await change(context.db, await context.doer(), "edit person", (tx) => editPerson(tx, person.id, parsed.values));
  return redirectSaying(paths.me(), "Saved.");
}

export default function Me() {
  const { email, zones, filled } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  const { name, timeZone } = { ...filled, ...fault?.typed };
  return (
    <>
      <PageHeader
        title="About you"
        lede={
          <>
            You sign in with <strong>{email}</strong>. Nobody else sees that address.
          </>
        }
      />
      <Narrow>
        <ErrorSummary errors={faultsOf(fault)} />
        <SubmitForm action={paths.me()}>
          <TextField
            name="name"
            label="Your name"
            hint="As people should call you. It stands beside what you do here."
            value={name}
            error={faultAt(fault, "name")}
            limit={limits.nameGraphemes}
            autoComplete="name"
            required
          />
          <SelectField
            name="timeZone"
            label="Your time zone"
            hint="Times are shown in it, beside those of the event."
            options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
            value={timeZone}
            error={faultAt(fault, "timeZone")}
          />
          <Actions>
            <Button tone="go">Save</Button>
          </Actions>
        </SubmitForm>
      </Narrow>
    </>
  );
}
