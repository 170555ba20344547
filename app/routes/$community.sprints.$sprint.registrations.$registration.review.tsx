import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { change } from "../../db/queries/change.server";
import { listEnquiries } from "../../db/queries/enquiries.server";
import { listOwnAnswers } from "../../db/queries/own-questions.server";
import { listAddressees } from "../../db/queries/people.server";
import { findRegistrationById } from "../../db/queries/registrations.server";
import { reviewRegistration } from "../../db/queries/reviewing.server";
import { holdSprint } from "../../db/queries/sprints.server";
import { readingOf, registrationAt, registrationTerms } from "../auth/registration.server";
import { openPost } from "../bridges/post.server";
import { Narrow } from "../components/columns";
import { Enquiries } from "../components/enquiries";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { ReviewForm } from "../components/review-form";
import { limits } from "../domain/limits";
import { enquiryShown } from "../domain/people/enquiries";
import { registrationSaid } from "../domain/people/registration-said";
import { reviewDecisions, reviewedWords } from "../domain/people/waiting";
import { insist, notFound } from "../http/answers";
import { faultsOf } from "../http/fault";
import { choice, prose } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { tellPlaces } from "../http/place-letters.server";
import { readForm } from "../http/read-form.server";
import { tellReviewed } from "../http/review-letters.server";
import { paths } from "../paths";

export const handle = { scripts: false };

const reviewForm = z.object({
  decision: choice(reviewDecisions, "Choose what you say to them."),
  words: prose("Your words", limits.claimNoteGraphemes),
});

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const at = await registrationAt(context, request, params, "review registration");
  const { community, sprint, registration, person } = at;
  const [terms, answers, asked] = await Promise.all([
    registrationTerms(context, community, sprint, null),
    listOwnAnswers(context.db, community.id, sprint.id, registration.id),
    listEnquiries(context.db, community.id, registration.id),
  ]);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    registrant: { id: registration.id, name: registration.name, rev: registration.rev },
    asked: asked.map(enquiryShown),
    zones: { zone: sprint.timeZone, readerZone: person.timeZone },
    said: registrationSaid(registration, readingOf(terms, answers)),
  };
}

/** An organizer says yes, later or no to a registration that waits to be read. Of two who answer at once, the second is told. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const at = await registrationAt(context, request, params, "review registration", form);
  const { community, person, sprint, registration } = at;
  const parsed = await parseForm(context, form, reviewForm);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const { decision, words } = parsed.values;
  const post = openPost(context);
  const outcome = await change(context.db, await context.doer(), "review registration", async (tx) => {
    const held = (await holdSprint(tx, community.id, sprint.id)) ?? notFound("sprint");
    const now = (await findRegistrationById(tx, community.id, sprint.id, registration.id)) ?? notFound("registration");
    const reviewed = await reviewRegistration(tx, community.id, held, now, { decision, words, by: person.id });
    const { verdict, hasPlace, news } = reviewed;
    const [to] = verdict.ok ? await listAddressees(tx, [registration.personId]) : [];
    const page = paths.sprint(community, sprint);
    if (to)
      await tellReviewed(post.in(tx, community), { to, decision, hasPlace, words, by: person.name, sprint, page });
    await tellPlaces(post.in(tx, community), community, sprint, news);
    return { verdict, hasPlace };
  });
  const back = { href: paths.registrations(community, sprint), label: "Back to the registrations" };
  const deed = { action: "review registration", object: "registrations", objectKey: registration.id };
  await insist(context, outcome.verdict, { ...deed, communityId: community.id }, back, form);
  await post.send();
  return redirectSaying(
    paths.registrations(community, sprint, "review"),
    reviewedWords(registration.name, decision, outcome.hasPlace),
  );
}

export default function ReviewRegistration() {
  const { community, sprint, registrant, said, asked, zones } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        where={[
          { href: paths.registrations(community, sprint), label: "Registrations" },
          { href: paths.registrationEdit(community, sprint, registrant.id), label: registrant.name },
        ]}
        title="Not told yet"
      />
      <Narrow>
        <ErrorSummary errors={faultsOf(fault)} />
        <ReviewForm
          action={paths.registrationReview(community, sprint, registrant.id)}
          name={registrant.name}
          said={said}
          typed={fault?.typed}
          errors={faultsOf(fault)}
        >
          <Enquiries {...zones} asked={asked} name={registrant.name} rev={registrant.rev} />
        </ReviewForm>
      </Narrow>
    </>
  );
}
