import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { listEnquiries } from "../../db/queries/enquiries.server";
import { findLastWriter } from "../../db/queries/last-writer.server";
import { listOwnAnswers } from "../../db/queries/own-questions.server";
import { register } from "../../db/queries/registering.server";
import { findRegistrationById } from "../../db/queries/registrations.server";
import { holdSprint } from "../../db/queries/sprints.server";
import { restoreForm } from "../auth/kept-forms.server";
import { readingOf, registrationAt, registrationTerms } from "../auth/registration.server";
import { openPost } from "../bridges/post.server";
import { Button } from "../components/button";
import { ClashNote } from "../components/clash-note";
import { Narrow } from "../components/columns";
import { AskForm, Enquiries } from "../components/enquiries";
import { PageHeader } from "../components/page-header";
import { RegistrationForm } from "../components/registration-form";
import { ReviewForm } from "../components/review-form";
import { Section } from "../components/section";
import { SubmitForm } from "../components/submit-form";
import type { ClashField } from "../domain/clash";
import { canAsk, enquiryShown } from "../domain/people/enquiries";
import { registrationSaid } from "../domain/people/registration-said";
import { phaseOf } from "../domain/sprint/phase";
import { insist, notFound } from "../http/answers";
import { clashingEdit, refusedEdit } from "../http/edit-answer";
import { faultsOf } from "../http/fault";
import { correctionFormOf, registrationOf } from "../http/filled-registration.server";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { parseForm } from "../http/parse-form.server";
import { tellPlaces } from "../http/place-letters.server";
import { readForm } from "../http/read-form.server";
import { correctionForm, registrationChoices } from "../http/registration-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.registrant.name} · ${data?.sprint.name} · Portolan` },
];

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const at = await registrationAt(context, request, params, "read registration");
  const { community, sprint, registration, person } = at;
  const isUnread = registration.waitingFor === "review";
  const [terms, answers, kept, asked] = await Promise.all([
    registrationTerms(context, community, sprint, null),
    listOwnAnswers(context.db, community.id, sprint.id, registration.id),
    restoreForm(context, request),
    isUnread ? listEnquiries(context.db, community.id, registration.id) : [],
  ]);
  const typedTo = (path: string) => (kept?.path === path ? kept.typed : undefined);
  const filled = {
    ...correctionFormOf(registration, answers),
    ...typedTo(paths.registrationEdit(community, sprint, registration.id)),
  };
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    over: phaseOf(sprint, community.now) === "over",
    review: isUnread
      ? {
          said: registrationSaid(registration, readingOf(terms, answers)),
          asked: asked.map(enquiryShown),
          mayAsk: canAsk(sprint, community.now, registration, asked).ok,
          zones: { zone: sprint.timeZone, readerZone: person.timeZone },
          reviewTyped: typedTo(paths.registrationReview(community, sprint, registration.id)),
          askTyped: typedTo(paths.registrationEnquiries(community, sprint, registration.id)),
        }
      : null,
    registrant: { id: registration.id, name: registration.name, rev: registration.rev },
    form: registrationChoices(terms, filled.timeZone),
    filled,
  };
}

/** An organizer corrects what somebody registered with, also when the sprint is over. Whoever saves second sees what the first one wrote. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const at = await registrationAt(context, request, params, "correct registration", form);
  const { community, sprint, registration } = at;
  const terms = await registrationTerms(context, community, sprint, null);
  const parsed = await parseForm(context, form, correctionForm(terms));
  if (!parsed.ok) return refusedEdit(parsed);
  const { seen, ...values } = parsed.values;
  const { personId, name } = registration;
  const post = openPost(context);
  const outcome = await change(context.db, await context.doer(), "correct registration", async (tx) => {
    const held = (await holdSprint(tx, community.id, sprint.id)) ?? notFound("sprint");
    const now = (await findRegistrationById(tx, community.id, sprint.id, registration.id)) ?? notFound("registration");
    if (now.rev !== seen) {
      const answers = await listOwnAnswers(tx, community.id, sprint.id, registration.id);
      return { stored: correctionFormOf(now, answers) };
    }
    const said = registrationOf(values, terms);
    const registered = await register(tx, community.id, held, personId, said, { whose: name, read: true });
    if (registered.ok) await tellPlaces(post.in(tx, community), community, sprint, registered.news);
    return registered;
  });
  if ("stored" in outcome) {
    const by = await findLastWriter(context.db, "registrations", registration.id);
    return clashingEdit(typedIn(form), outcome.stored, fields, by);
  }
  const list = { href: paths.registrations(community, sprint), label: "Back to the registrations" };
  if (!outcome.ok) {
    const deed = { action: "correct registration", object: "registrations", objectKey: registration.id };
    return insist(context, outcome.verdict, { ...deed, communityId: community.id }, list, form) as Promise<never>;
  }
  await post.send();
  return redirectSaying(list.href, `What ${name} registered with is corrected.`);
}

const fields: readonly ClashField[] = [
  { name: "part", label: "How they come" },
  { name: "attendance", label: "Where" },
  { name: "languages", label: "Languages" },
  { name: "skills", label: "What they know" },
  { name: "wants", label: "What they want to learn" },
  { name: "seats", label: "Seats" },
  { name: "mentorHours", label: "Hours" },
  { name: "timeZone", label: "Time zone" },
  { name: "otherHours", label: "Other hours" },
  { name: "wish", label: "Anything else" },
];

export default function CorrectRegistration() {
  const { community, sprint, over, review, registrant, form, filled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  // What was not ticked is in no form that was sent: it replaces what is stored, rather than adding to it.
  const { seen, ...typed }: Record<string, string> = answer?.typed ?? filled;
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprint(community, sprint), label: sprint.name },
          { href: paths.registrations(community, sprint), label: "Registrations" },
        ]}
        title={registrant.name}
        lede={
          over
            ? "The sprint is over. What you correct here is how it is remembered."
            : review
              ? "Waits to be read, and hears from you."
              : "The form as they filled it in. Correct it for them when they ask you to; whom they would rather not meet is theirs alone."
        }
      />
      {answer?.clash ? <ClashNote {...answer.clash} /> : null}
      <Narrow>
        {review && !over ? (
          <>
            <ReviewForm
              action={paths.registrationReview(community, sprint, registrant.id)}
              name={registrant.name}
              said={review.said}
              typed={review.reviewTyped}
            >
              <Enquiries {...review.zones} asked={review.asked} name={registrant.name} rev={registrant.rev} />
            </ReviewForm>
            {review.mayAsk ? (
              <AskForm
                action={paths.registrationEnquiries(community, sprint, registrant.id)}
                name={registrant.name}
                typed={review.askTyped}
              />
            ) : null}
          </>
        ) : null}
        <Section title={review ? "Correct it for them" : "What they said"} id="said">
          <RegistrationForm
            {...form}
            action={paths.registrationEdit(community, sprint, registrant.id)}
            submit="Save"
            seen={seen}
            typed={typed}
            errors={faultsOf(answer)}
          />
        </Section>
        {over ? null : (
          <Section
            title="Not coming after all?"
            id="withdrawal"
            lede="Their pairs end, and their place goes to the next in line. All of them are told."
          >
            <SubmitForm action={paths.registrantWithdrawal(community, sprint, registrant.id)} inline>
              <Button tone="quiet">Withdraw {registrant.name}</Button>
            </SubmitForm>
          </Section>
        )}
      </Narrow>
    </>
  );
}
