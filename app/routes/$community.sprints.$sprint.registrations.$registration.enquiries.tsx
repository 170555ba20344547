import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { change } from "../../db/queries/change.server";
import { askRegistrant, listEnquiries } from "../../db/queries/enquiries.server";
import { listAddressees } from "../../db/queries/people.server";
import { findRegistrationById } from "../../db/queries/registrations.server";
import { holdSprint } from "../../db/queries/sprints.server";
import { restoreForm } from "../auth/kept-forms.server";
import { registrationAt } from "../auth/registration.server";
import { openPost } from "../bridges/post.server";
import { Narrow } from "../components/columns";
import { AskForm, Enquiries } from "../components/enquiries";
import { PageHeader } from "../components/page-header";
import { limits } from "../domain/limits";
import { askedWords, enquiryShown } from "../domain/people/enquiries";
import { insist, notFound } from "../http/answers";
import { tellAsked } from "../http/enquiry-letters.server";
import { faultsOf } from "../http/fault";
import { requiredProse } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Asking ${data?.registrant.name} · ${data?.sprint.name} · Portolan` },
];

const askForm = z.object({
  question: requiredProse("Your question", "Write what you want to know.", limits.claimNoteGraphemes),
});

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const at = await registrationAt(context, request, params, "ask registrant");
  const { community, sprint, registration, person } = at;
  const [asked, kept] = await Promise.all([
    listEnquiries(context.db, community.id, registration.id),
    restoreForm(context, request),
  ]);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    registrant: { id: registration.id, name: registration.name, rev: registration.rev },
    asked: asked.map(enquiryShown),
    zones: { zone: sprint.timeZone, readerZone: person.timeZone },
    typed: kept?.typed,
  };
}

/** An organizer asks something of somebody whose registration waits to be read. It goes on waiting. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const at = await registrationAt(context, request, params, "ask registrant", form);
  const { community, person, sprint, registration } = at;
  const parsed = await parseForm(context, form, askForm);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const words = parsed.values.question;
  const post = openPost(context);
  const verdict = await change(context.db, await context.doer(), "ask registrant", async (tx) => {
    const held = (await holdSprint(tx, community.id, sprint.id)) ?? notFound("sprint");
    const now = (await findRegistrationById(tx, community.id, sprint.id, registration.id)) ?? notFound("registration");
    const verdict = await askRegistrant(tx, community.id, held, now, { words, by: person.id });
    const [to] = verdict.ok ? await listAddressees(tx, [registration.personId]) : [];
    const page = `${paths.registration(community, sprint)}#asked`;
    if (to) await tellAsked(post.in(tx, community), { to, by: person.name, words, sprint, page });
    return verdict;
  });
  const theirs = paths.registrationEdit(community, sprint, registration.id);
  const deed = { action: "ask registrant", object: "registrations", objectKey: registration.id };
  const back = { href: theirs, label: `Back to ${registration.name}` };
  await insist(context, verdict, { ...deed, communityId: community.id }, back, form);
  await post.send();
  return redirectSaying(theirs, askedWords(registration.name));
}

export default function AskRegistrant() {
  const { community, sprint, registrant, asked, zones, typed } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        where={[
          { href: paths.registrations(community, sprint), label: "Registrations" },
          { href: paths.registrationEdit(community, sprint, registrant.id), label: registrant.name },
        ]}
        title={fault ? "Not asked yet" : `Ask ${registrant.name}`}
      />
      <Narrow>
        <Enquiries {...zones} asked={asked} name={registrant.name} rev={registrant.rev} />
        <AskForm
          action={paths.registrationEnquiries(community, sprint, registrant.id)}
          name={registrant.name}
          typed={fault?.typed ?? typed}
          errors={faultsOf(fault)}
        />
      </Narrow>
    </>
  );
}
