import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { importRegistrations, previewRegistrations } from "../../db/queries/registrations-import.server";
import { organize } from "../auth/community.server";
import { sprintAt } from "../auth/sprint.server";
import { openPost } from "../bridges/post.server";
import { readRegistrationsCsv } from "../bridges/registrations-csv.server";
import { RegistrationsImportPage, RegistrationsPreviewPage } from "../components/registrations-import-page";
import { registrationsImportedWords } from "../domain/people/registration-words";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { tellPlaces } from "../http/place-letters.server";
import { readForm } from "../http/read-form.server";
import { previewMark } from "../http/sent-text.server";
import { readTableForm } from "../http/table-form.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: nothing has come in yet · Portolan" }];

const deed = { action: "import registrations", object: "sprints" };

export const loader = onlyPost;

/** Bringing in: compares with who is registered now and writes in one transaction, or not at all while there is a fault. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { text, keep, seen, fault } = await readTableForm(context, await readForm(request));
  const { community } = await organize(context, request, params.community, deed, keep);
  const sprint = await sprintAt(context, community, params.sprint);
  const at = {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    text,
  };
  if (fault) return data({ ...at, errors: faultsOf(fault), preview: null }, { status: 422 });
  const { rows, faults } = readRegistrationsCsv(text);
  if (!seen || faults.length > 0) {
    const plan = await previewRegistrations(context.db, community.id, sprint, rows);
    plan.faults.unshift(...faults);
    const preview = { plan, mark: previewMark(text), unseen: !seen };
    return data({ ...at, errors: [], preview }, { status: plan.faults.length > 0 ? 422 : 200 });
  }
  const post = openPost(context);
  const done = await change(context.db, await context.doer(), "import registrations", async (tx) => {
    const imported = await importRegistrations(tx, community.id, sprint, rows);
    await tellPlaces(post.in(tx, community), community, sprint, imported.news);
    return imported;
  });
  if (done.plan.faults.length > 0) {
    return data(
      { ...at, errors: [], preview: { plan: done.plan, mark: previewMark(text), unseen: false } },
      { status: 422 },
    );
  }
  await post.send();
  return redirectSaying(paths.registrations(community, sprint), registrationsImportedWords(done));
}

export default function RegistrationsImportApplicationRoute() {
  const sent = useActionData<typeof action>();
  if (!sent) return null;
  const { preview, ...at } = sent;
  return preview ? <RegistrationsPreviewPage {...at} {...preview} /> : <RegistrationsImportPage {...at} />;
}
