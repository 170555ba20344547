import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { listMembers } from "../../db/queries/communities.server";
import { findLastWriter } from "../../db/queries/last-writer.server";
import { reviseQuestion } from "../../db/queries/question-revision.server";
import type { Question } from "../../db/queries/questions.server";
import { listThemeNames } from "../../db/queries/themes.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { questionAt } from "../auth/roadmap.server";
import { ButtonLink } from "../components/button";
import { ClashNote } from "../components/clash-note";
import { Actions, Narrow, Stack } from "../components/columns";
import { peopleOptions } from "../components/form-state";
import { PageHeader } from "../components/page-header";
import { QuestionForm } from "../components/question-form";
import { Section } from "../components/section";
import type { ClashField } from "../domain/clash";
import { clashingEdit, refusedEdit } from "../http/edit-answer";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { questionEditForm } from "../http/roadmap-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.question.title} · ${data?.community.name} · Portolan` },
];

const deedOn = (number: string | undefined) => ({ action: "edit question", object: "questions", objectKey: number });

/** A question as its form holds it. */
const formOf = (question: Question) => ({
  title: question.title,
  notes: question.notes,
  owner: question.ownerId === null ? "" : String(question.ownerId),
  theme: String(question.themeId),
  seen: String(question.rev),
});

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.number));
  const question = await questionAt(context, community, params.number);
  const themes = await listThemeNames(context.db, community.id);
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    theme: { slug: question.themeSlug, title: question.themeTitle },
    question: { number: question.number, title: question.title },
    members: peopleOptions(await listMembers(context.db, community.id)),
    themes: themes.map(({ id, title }) => ({ value: String(id), label: title })),
    filled: { ...formOf(question), ...kept?.typed },
  };
}

/** Rewrites a question, and the theme it belongs to. Whoever saves second sees what the first one wrote, beside their own. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await organize(context, request, params.community, deedOn(params.number), form);
  const question = await questionAt(context, community, params.number, form);
  const members = await listMembers(context.db, community.id);
  const themes = await listThemeNames(context.db, community.id);
  const parsed = await parseForm(context, form, questionEditForm(members, themes));
  if (!parsed.ok) return refusedEdit(parsed);
  const { owner: ownerId, theme: themeId, seen: rev, ...text } = parsed.values;
  const key = { communityId: community.id, id: question.id, themeId: question.themeId, rev };
  const became = await change(context.db, await context.doer(), "edit question", (tx) =>
    reviseQuestion(tx, key, { ...text, ownerId, themeId }),
  );
  if (became.is === "nowhere") {
    const gone = { field: "theme", message: "That theme was deleted a moment ago. Choose another." };
    return refusedEdit({ errors: [gone], typed: typedIn(form) });
  }
  const now = await questionAt(context, community, params.number, form);
  if (became.is === "saved") {
    const theme = paths.theme(community, { slug: now.themeSlug });
    return redirectSaying(`${theme}#question-${now.number}`, "The question is saved.");
  }
  const by = await findLastWriter(context.db, "questions", question.id);
  return clashingEdit(typedIn(form), formOf(now), fieldsWith(members, themes), by);
}

const fieldsWith = (
  members: readonly { id: number; name: string }[],
  themes: readonly { id: number; title: string }[],
): ClashField[] => [
  { name: "title", label: "The question" },
  { name: "notes", label: "What is known so far" },
  {
    name: "owner",
    label: "Who finds out",
    say: (id) => members.find((member) => String(member.id) === id)?.name ?? "",
  },
  { name: "theme", label: "Theme", say: (id) => themes.find((theme) => String(theme.id) === id)?.title ?? "" },
];

export default function EditQuestion() {
  const { community, theme, question, members, themes, filled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { seen, ...typed } = { ...filled, ...answer?.typed };
  return (
    <>
      <PageHeader
        where={[
          { href: paths.theme(community, theme), label: theme.title },
          { href: paths.question(community, question), label: question.title },
        ]}
        title="Edit the question"
      />
      {answer?.clash ? <ClashNote {...answer.clash} /> : null}
      <Narrow>
        <Stack>
          <QuestionForm
            action={paths.questionEdit(community, question)}
            members={members}
            themes={themes}
            seen={seen}
            typed={typed}
            errors={faultsOf(answer)}
          />
          <Section title="Not asked any more?" id="deletion">
            <Actions>
              <ButtonLink tone="quiet" href={paths.questionDeletion(community, question)}>
                Delete the question
              </ButtonLink>
            </Actions>
          </Section>
        </Stack>
      </Narrow>
    </>
  );
}
