import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { change } from "../../db/queries/change.server";
import { answerEnquiry, listEnquiries } from "../../db/queries/enquiries.server";
import { listAddressees } from "../../db/queries/people.server";
import { findRegistration } from "../../db/queries/registrations.server";
import { holdSprint } from "../../db/queries/sprints.server";
import { enter } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { openPost } from "../bridges/post.server";
import { Narrow } from "../components/columns";
import { EnquiryToAnswer } from "../components/enquiries";
import { ErrorSummary } from "../components/error-summary";
import { PageHeader } from "../components/page-header";
import { limits } from "../domain/limits";
import { answeredWords, enquiryShown } from "../domain/people/enquiries";
import { insist, notFound } from "../http/answers";
import { tellAnswered } from "../http/enquiry-letters.server";
import { faultsOf } from "../http/fault";
import { readId, requiredProse } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: not answered yet · Portolan" }];

export const loader = onlyPost;

const answerForm = z.object({
  enquiry: z.string().default(""),
  answer: requiredProse("Your answer", "Write your answer.", limits.claimNoteGraphemes),
});

/** Somebody answers what an organizer asked about their own registration. Of another's nobody learns that there is one. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, person } = await enter(context, request, params.community, form);
  const sprint = await sprintAt(context, community, params.sprint);
  const own = (await findRegistration(context.db, community.id, sprint.id, person.id)) ?? notFound("registration");
  const id = readId(String(form.get("enquiry") ?? "")) ?? notFound("question");
  const asked = await listEnquiries(context.db, community.id, own.id);
  const enquiry = asked.find((one) => one.id === id) ?? notFound("question");

  const parsed = await parseForm(context, form, answerForm);
  if (!parsed.ok) {
    const here = { community: { slug: community.slug }, sprint: { slug: sprint.slug, name: sprint.name } };
    const zones = { zone: sprint.timeZone, readerZone: person.timeZone };
    return data({ ...here, ...parsed, zones, enquiry: enquiryShown(enquiry) }, { status: 422 });
  }
  const words = parsed.values.answer;
  const post = openPost(context);
  const verdict = await change(context.db, await context.doer(), "answer question", async (tx) => {
    const held = (await holdSprint(tx, community.id, sprint.id)) ?? notFound("sprint");
    const now = (await findRegistration(tx, community.id, sprint.id, person.id)) ?? notFound("registration");
    const answered = (await answerEnquiry(tx, community.id, held, now, { id, words })) ?? notFound("question");
    const [to] = answered.tells === null ? [] : await listAddressees(tx, [answered.tells]);
    const page = paths.registrationEdit(community, sprint, now.id);
    if (to) await tellAnswered(post.in(tx, community), { to, by: person.name, words, sprint, page });
    return answered.verdict;
  });
  const deed = {
    action: "answer question",
    object: "registration_enquiries",
    objectKey: id,
    communityId: community.id,
  };
  const page = paths.registration(community, sprint);
  await insist(context, verdict, deed, { href: page, label: "Back to your registration" }, form);
  await post.send();
  return redirectSaying(paths.sprint(community, sprint), answeredWords);
}

export default function AnswerRefused() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, sprint, zones, enquiry, typed } = answer;
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprint(community, sprint), label: sprint.name },
          { href: paths.registration(community, sprint), label: "Your registration" },
        ]}
        title="Not answered yet"
      />
      <Narrow>
        <ErrorSummary form="answer" errors={errors} />
        <EnquiryToAnswer
          {...zones}
          action={paths.enquiryAnswer(community, sprint)}
          enquiry={{ ...enquiry, answer: null }}
          typed={typed}
          errors={errors}
        />
      </Narrow>
    </>
  );
}
