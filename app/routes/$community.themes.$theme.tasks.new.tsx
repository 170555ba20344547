import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listMembers } from "../../db/queries/communities.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { themeAt } from "../auth/roadmap.server";
import { peopleOptions } from "../components/form-state";
import { NewTaskPage } from "../components/new-task-page";
import { isTaskKind } from "../domain/tasks/kinds";
import { awaitedIn } from "../http/awaited-questions";
import { readId } from "../http/fields.server";
import { pillarOptions } from "../http/task-form.server";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Add a task · ${data?.theme.title} · Portolan` },
];

/** `?pillar=` and `?kind=` choose; what they do not know is not chosen. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const deed = { action: "add task", object: "tasks", objectKey: params.theme };
  const { community } = await organize(context, request, params.community, deed);
  const theme = await themeAt(context, community, params.theme);
  const query = new URL(request.url).searchParams;
  const kind = query.get("kind") ?? "";
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    theme: { slug: theme.slug, title: theme.title },
    pillars: pillarOptions(theme.pillars),
    questions: theme.questions.filter(({ decision }) => decision === null),
    members: peopleOptions(await listMembers(context.db, community.id)),
    typed: kept?.typed ?? {
      pillar: String(readId(query.get("pillar") ?? "") ?? ""),
      kind: isTaskKind(kind) ? kind : "",
    },
    awaited: awaitedIn(kept?.typed ?? {}),
  };
}

export default function NewTask() {
  return <NewTaskPage {...useLoaderData<typeof loader>()} />;
}
