import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { change } from "../../db/queries/change.server";
import { countOwnAnswers, listOwnQuestions, setOwnQuestions } from "../../db/queries/own-questions.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { sprintAt } from "../auth/sprint.server";
import { Button } from "../components/button";
import { Actions, Narrow } from "../components/columns";
import { DefinitionList } from "../components/definition-list";
import { ErrorSummary } from "../components/error-summary";
import { fieldState } from "../components/form-state";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { SubmitForm } from "../components/submit-form";
import { TextArea } from "../components/text-area";
import { limits } from "../domain/limits";
import { readOwnQuestions, writeOwnQuestions } from "../domain/people/own-questions";
import { faultsOf } from "../http/fault";
import { prose } from "../http/fields.server";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `What ${data?.sprint.name} asks · ${data?.community.name} · Portolan` },
];

const deedOn = (slug: string | undefined) => ({
  action: "ask at registration",
  object: "sprints",
  objectKey: slug,
  what: "plan its sprints",
});

const questionsForm = z.object({
  questions: prose("The questions").superRefine((text, refuse) => {
    const read = readOwnQuestions(text);
    if (!read.ok) refuse.addIssue(read.because);
  }),
});

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.sprint));
  const sprint = await sprintAt(context, community, params.sprint);
  const [asked, answers, kept] = await Promise.all([
    listOwnQuestions(context.db, community.id, sprint.id),
    countOwnAnswers(context.db, community.id, sprint.id, limits.pageSize),
    restoreForm(context, request),
  ]);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    answered: asked.map(({ id, ask }) => ({
      ask,
      answers: answers.filter(({ questionId }) => questionId === id).map(({ answer, people }) => ({ answer, people })),
    })),
    typed: kept?.typed ?? { questions: writeOwnQuestions(asked) },
  };
}

/** Says what people are asked besides when they register, from now on. Nobody who has registered is asked again. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await organize(context, request, params.community, deedOn(params.sprint), form);
  const sprint = await sprintAt(context, community, params.sprint);
  const parsed = await parseForm(context, form, questionsForm);
  if (!parsed.ok) return data(parsed, { status: 422 });
  const read = readOwnQuestions(parsed.values.questions);
  const questions = read.ok ? read.questions : [];
  await change(context.db, await context.doer(), "ask at registration", (tx) =>
    setOwnQuestions(tx, community.id, sprint.id, questions),
  );
  return redirectSaying(
    paths.registrations(community, sprint),
    questions.length === 0 ? "Nothing is asked besides." : "Whoever registers from now on is asked.",
  );
}

export default function OwnQuestions() {
  const { community, sprint, answered, typed } = useLoaderData<typeof loader>();
  const fault = useActionData<typeof action>();
  const state = { typed: fault?.typed ?? typed, errors: faultsOf(fault) };
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprint(community, sprint), label: sprint.name },
          { href: paths.registrations(community, sprint), label: "Registrations" },
        ]}
        title="What you ask besides"
        lede="At registration, after everything that pairing needs. Only the organizers read the answers."
      />
      <Narrow>
        <ErrorSummary errors={state.errors} />
        <SubmitForm action={paths.ownQuestions(community, sprint)}>
          <TextArea
            {...fieldState(state, "questions")}
            label="Your questions"
            hint="One a line. Choices in parentheses, and * where an answer is needed: Do you need a bed? (yes / no) *"
            rows={8}
          />
          <Actions>
            <Button tone="go">Ask this</Button>
          </Actions>
        </SubmitForm>
        {answered.length === 0 ? null : (
          <Section
            title="What people answer"
            id="answers"
            lede="In numbers. What one person says is on the page of their registration."
          >
            <DefinitionList
              definitions={answered.map(({ ask, answers }) => ({
                term: ask,
                said: answers.length === 0 ? undefined : <Answers answers={answers} />,
                missing: "Nobody has answered yet.",
              }))}
            />
          </Section>
        )}
      </Narrow>
    </>
  );
}

const Answers = ({ answers }: { answers: readonly { answer: string; people: number }[] }) => (
  <ul>
    {answers.map(({ answer, people }) => (
      <li key={answer}>
        <bdi>{answer}</bdi>: <strong>{people}</strong>
      </li>
    ))}
  </ul>
);
