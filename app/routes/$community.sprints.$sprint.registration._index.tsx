import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import type { Community } from "../../db/queries/communities.server";
import { listEnquiries } from "../../db/queries/enquiries.server";
import { listOwnAnswers } from "../../db/queries/own-questions.server";
import { register } from "../../db/queries/registering.server";
import { findLastRegistration, findRegistration } from "../../db/queries/registrations.server";
import { holdSprint, type Sprint } from "../../db/queries/sprints.server";
import { enter } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { registrationTerms } from "../auth/registration.server";
import type { SignedIn } from "../auth/session.server";
import { sprintAt } from "../auth/sprint.server";
import { openPost } from "../bridges/post.server";
import { Button } from "../components/button";
import { Narrow } from "../components/columns";
import { EnquiryToAnswer } from "../components/enquiries";
import { PageHeader } from "../components/page-header";
import { RegistrationForm } from "../components/registration-form";
import { Section } from "../components/section";
import { SubmitForm } from "../components/submit-form";
import { enquiryShown } from "../domain/people/enquiries";
import { canRegister } from "../domain/people/registration";
import { registeredWords } from "../domain/people/registration-words";
import { sprintDays } from "../domain/sprint/days";
import { sprintLine } from "../domain/sprint/line";
import { conflict, insist, notFound } from "../http/answers";
import { faultsOf } from "../http/fault";
import { emptyRegistration, registrationFormOf, registrationOf } from "../http/filled-registration.server";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { tellPlaces } from "../http/place-letters.server";
import { readForm } from "../http/read-form.server";
import { registrationChoices, registrationForm } from "../http/registration-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Register for ${data?.sprint.name} · ${data?.community.name} · Portolan` },
];

/** What the form holds at first: what they said here, else what they said last time, else nothing yet. */
async function begun(context: LoaderFunctionArgs["context"], community: Community, sprint: Sprint, person: SignedIn) {
  const empty = emptyRegistration(sprintDays(sprint), person.timeZone);
  const own = await findRegistration(context.db, community.id, sprint.id, person.id);
  if (own) {
    const answers = await listOwnAnswers(context.db, community.id, sprint.id, own.id);
    return { own, typed: registrationFormOf(own, answers), known: false };
  }
  const last = await findLastRegistration(context.db, person.id);
  if (!last) return { own, typed: empty, known: false };
  const themes = last.communityId === community.id ? last.themes : [];
  const said = registrationFormOf({
    ...last,
    days: [],
    themes,
    wishes: [],
    notWith: [],
    firstTime: false,
    dutiesAcceptedAt: null,
    wish: "",
  });
  return { own, typed: { ...empty, ...said }, known: true };
}

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, person } = await enter(context, request, params.community);
  const sprint = await sprintAt(context, community, params.sprint);
  const verdict = canRegister(sprint, community.now);
  if (!verdict.ok) conflict(verdict.because, { href: paths.sprint(community, sprint), label: "Back to the sprint" });
  const [terms, { own, typed, known }, kept] = await Promise.all([
    registrationTerms(context, community, sprint, person.id),
    begun(context, community, sprint, person),
    restoreForm(context, request),
  ]);
  const asked =
    own?.waitingFor === "review" ? (await listEnquiries(context.db, community.id, own.id)).at(-1) : undefined;
  const typedTo = (path: string) => (kept?.path === path ? kept.typed : undefined);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: sprintLine(sprint, community.now),
    registered: own !== null,
    reviews: sprint.reviews && (own === null || own.waitingFor === "review"),
    known,
    asked: asked
      ? {
          enquiry: enquiryShown(asked),
          zone: sprint.timeZone,
          readerZone: person.timeZone,
          typed: typedTo(paths.enquiryAnswer(community, sprint)),
        }
      : null,
    form: registrationChoices(terms, typed.timeZone),
    // A withdrawal, and an answer, are kept under this page too, and hold no field of it.
    typed: typedTo(paths.registration(community, sprint)) ?? typed,
  };
}

/** Registers, or changes what somebody registered with. Whether there is a place is decided while the sprint is held. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const sprint = await sprintAt(context, community, params.sprint);
  const terms = await registrationTerms(context, community, sprint, person.id);
  const parsed = await parseForm(context, form, registrationForm(terms));
  if (!parsed.ok) return data(parsed, { status: 422 });
  const text = registrationOf(parsed.values, terms);
  const post = openPost(context);
  const outcome = await change(context.db, await context.doer(), "register", async (tx) => {
    const held = (await holdSprint(tx, community.id, sprint.id)) ?? notFound("sprint");
    const verdict = canRegister(held, held.now);
    if (!verdict.ok) return { ok: false as const, verdict };
    const registered = await register(tx, community.id, held, person.id, text);
    if (registered.ok) await tellPlaces(post.in(tx, community), community, sprint, registered.news);
    return registered;
  });
  const page = paths.sprint(community, sprint);
  if (!outcome.ok) {
    const deed = { action: "register", object: "registrations", objectKey: sprint.id, communityId: community.id };
    return insist(context, outcome.verdict, deed, { href: page, label: "Back to the sprint" }, form) as Promise<never>;
  }
  await post.send();
  return redirectSaying(page, registeredWords(outcome));
}

export default function RegistrationPage() {
  const { community, sprint, registered, reviews, known, asked, form, typed } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  const theForm = (
    <RegistrationForm
      {...form}
      action={paths.registration(community, sprint)}
      submit={registered ? "Save" : "Register"}
      typed={fault?.typed ?? typed}
      errors={faultsOf(fault)}
    />
  );
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprints(community), label: "Sprints" },
          { href: paths.sprint(community, sprint), label: sprint.name },
        ]}
        title={registered ? "Your registration" : `Register for ${sprint.name}`}
        lede={
          known
            ? "What you said last time is filled in. Change what is different now."
            : `It helps to find the right person for you. Only the organizers read it; whoever you are paired with sees why the two of you fit.${reviews ? " Each registration is read first, and they write to you." : ""}`
        }
      />
      <Narrow>
        {asked ? (
          <>
            <EnquiryToAnswer {...asked} action={paths.enquiryAnswer(community, sprint)} />
            <Section title="What you said" id="said">
              {theForm}
            </Section>
          </>
        ) : (
          theForm
        )}
        {registered ? (
          <Section
            title="Cannot come after all?"
            id="withdrawal"
            lede="Your place goes to the next in line. What you said is kept for the next time."
          >
            <SubmitForm action={paths.registrationWithdrawal(community, sprint)} inline>
              <Button tone="quiet">Withdraw</Button>
            </SubmitForm>
          </Section>
        ) : null}
      </Narrow>
    </>
  );
}
