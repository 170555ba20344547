import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { listMembers } from "../../db/queries/communities.server";
import { addQuestions } from "../../db/queries/questions.server";
import { framesRefusal, organize } from "../auth/community.server";
import { themeAt, tooLate } from "../auth/roadmap.server";
import { AddQuestionForm } from "../components/add-question-form";
import { Narrow } from "../components/columns";
import { ErrorSummary } from "../components/error-summary";
import { peopleOptions } from "../components/form-state";
import { PageHeader } from "../components/page-header";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { questionForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: ask a question · Portolan" }];

/** Nothing to read; after a refused form it frames the page that shows the form again. */
export const loader = framesRefusal;

/** Adds a question to a theme. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const deed = { action: "add question", object: "questions", objectKey: params.theme };
  const { community } = await organize(context, request, params.community, deed, form);
  const theme = await themeAt(context, community, params.theme, form);
  const members = await listMembers(context.db, community.id);
  const parsed = await parseForm(context, form, questionForm(members));
  if (!parsed.ok) {
    const at = { community: { slug: community.slug }, theme: { slug: theme.slug, title: theme.title } };
    return data({ ...at, members: peopleOptions(members), ...parsed }, { status: 422 });
  }
  const { owner: ownerId, ...text } = parsed.values;
  const [made] = await change(context.db, await context.doer(), "add question", (tx) =>
    addQuestions(tx, community.id, theme.id, [{ ...text, ownerId }]),
  );
  if (!made) return tooLate(community, form);
  return redirectSaying(`${paths.theme(community, theme)}#question-${made.number}`, "The question is asked.");
}

export default function AddQuestion() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, theme, members, typed } = answer;
  const errors = faultsOf(answer);
  return (
    <>
      <PageHeader where={[{ href: paths.theme(community, theme), label: theme.title }]} title="Ask a question" />
      <Narrow>
        <ErrorSummary form="question" errors={errors} />
        <AddQuestionForm
          action={paths.themeQuestions(community, theme)}
          members={members}
          typed={typed}
          errors={errors}
        />
      </Narrow>
    </>
  );
}
