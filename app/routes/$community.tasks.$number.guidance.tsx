import { type ActionFunctionArgs, data, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { fillGuidance } from "../../db/queries/guidance.server";
import { findLastWriter } from "../../db/queries/last-writer.server";
import { framesRefusal, organize } from "../auth/community.server";
import { taskAt } from "../auth/roadmap.server";
import { Narrow } from "../components/columns";
import { DefinitionList } from "../components/definition-list";
import { ErrorSummary } from "../components/error-summary";
import { GuidanceForm } from "../components/guidance-form";
import { PageHeader } from "../components/page-header";
import { Section } from "../components/section";
import { Verbatim } from "../components/verbatim";
import { filledWords, type Guidance, guidanceFields, guidanceLabels } from "../domain/tasks/guidance";
import { standing } from "../domain/tasks/standing";
import { faultAt, faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { backToList, placeIn } from "../http/list-place.server";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { guidanceForm } from "../http/task-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction = () => [{ title: "Error: what is missing · Portolan" }];

/** Nothing to read; after a refused form it frames the page that shows the form again. */
export const loader = framesRefusal;

/** Writes a text that a task lacks, and leads back to the list. What somebody else has written meanwhile stays. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const deed = { action: "fill guidance", object: "tasks", objectKey: params.number };
  const { community } = await organize(context, request, params.community, deed, form);
  const task = await taskAt(context, community, params.number, form);
  const parsed = await parseForm(context, form, guidanceForm);
  const at = { community: { slug: community.slug }, task: { number: task.number, title: task.title } };
  if (!parsed.ok) return data({ ...at, ...parsed, clash: null }, { status: 422 });
  const { guidance: text, field, ...list } = parsed.values;
  const filled = await change(context.db, await context.doer(), "fill guidance", (tx) =>
    fillGuidance(tx, { communityId: community.id, id: task.id }, field, text),
  );
  const now = await taskAt(context, community, params.number, form);
  if (!filled) {
    const clash = { by: await findLastWriter(context.db, "tasks", task.id), theirs: now[field], yours: text };
    return data({ ...at, errors: [], typed: {}, clash }, { status: 409 });
  }
  const left = standing(now, community.now).readiness.checks.filter(({ must, met }) => must && !met).length;
  const place = placeIn(list);
  return redirectSaying(
    place ? backToList(community, place, left > 0 ? task : null) : paths.task(community, task),
    filledWords(task.number, left),
  );
}

const isGuidance = (field: string | undefined): field is Guidance =>
  (guidanceFields as readonly (string | undefined)[]).includes(field);

export default function FillGuidance() {
  const answer = useActionData<typeof action>();
  if (!answer) return null;
  const { community, task, typed, clash } = answer;
  const { guidance = "", field, ...hidden }: Record<string, string> = typed;
  return (
    <>
      <PageHeader
        where={[
          { href: paths.nearlyReady(community), label: "Nearly ready" },
          { href: paths.task(community, task), label: task.title },
        ]}
        title={clash ? "Somebody was faster" : "What is missing"}
      />
      {clash ? (
        <Section
          title={`${clash.by ?? "Somebody"} has written it already`}
          id="clash"
          lede="Theirs is stored. Yours stands beside it: take over what is better by editing the task."
          action={<a href={paths.taskEdit(community, task)}>Edit the task</a>}
        >
          <DefinitionList
            definitions={[
              { term: "Stored now", said: <Verbatim text={clash.theirs} /> },
              { term: "What you wrote", said: <Verbatim text={clash.yours} /> },
            ]}
          />
        </Section>
      ) : (
        <Narrow>
          <ErrorSummary form="fill" errors={faultsOf(answer)} />
          {isGuidance(field) ? (
            <GuidanceForm
              action={paths.guidance(community, task)}
              form="fill"
              field={field}
              label={guidanceLabels[field]}
              hint={task.title}
              hidden={hidden}
              value={guidance}
              error={faultAt(answer, "guidance")}
              here={false}
            />
          ) : null}
        </Narrow>
      )}
    </>
  );
}
