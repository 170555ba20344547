import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { importRoadmap, previewImport } from "../../db/queries/imports.server";
import { organize } from "../auth/community.server";
import { ImportPage, ImportPreviewPage } from "../components/import-page";
import { importedWords } from "../domain/roadmap/import-words";
import { readOutline } from "../domain/roadmap/outline";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { onlyPost } from "../http/only-post";
import { readOutlineForm } from "../http/outline-form.server";
import { readForm } from "../http/read-form.server";
import { previewMark } from "../http/sent-text.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: nothing has come in yet · Portolan" }];

const deed = { action: "import roadmap", object: "communities" };

export const loader = onlyPost;

/**
 * Bringing in: compares with what is stored now, writes in one transaction, and says what really happened. A text that was
 * changed after its preview, or that holds nothing, is shown instead of brought in.
 */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const { text, keep, seen, fault } = await readOutlineForm(context, await readForm(request));
  const { community, person } = await organize(context, request, params.community, deed, keep);
  const at = { community: { slug: community.slug, name: community.name }, text };
  if (fault) return data({ ...at, errors: faultsOf(fault), preview: null }, { status: 422 });
  const outline = readOutline(text);
  if (!seen || outline.themes.length === 0) {
    const preview = await previewImport(context.db, community, outline);
    return data({ ...at, errors: [], preview: { ...preview, mark: previewMark(text), unseen: !seen } });
  }
  const { plan, retitled } = await change(context.db, await context.doer(), "import roadmap", (tx) =>
    importRoadmap(tx, community.id, outline, person.id),
  );
  return redirectSaying(paths.roadmap(community), importedWords(plan, retitled));
}

export default function RoadmapImportApplicationPage() {
  const sent = useActionData<typeof action>();
  if (!sent) return null;
  const { preview, ...at } = sent;
  return preview ? <ImportPreviewPage {...at} {...preview} /> : <ImportPage {...at} />;
}
