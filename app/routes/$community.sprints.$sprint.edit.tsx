import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { findLastWriter } from "../../db/queries/last-writer.server";
import { rewriteSprint } from "../../db/queries/registering.server";
import { organize } from "../auth/community.server";
import { restoreForm } from "../auth/kept-forms.server";
import { sprintAt } from "../auth/sprint.server";
import { openPost } from "../bridges/post.server";
import { ClashNote } from "../components/clash-note";
import { Narrow } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { SprintForm } from "../components/sprint-form";
import type { ClashField } from "../domain/clash";
import { timeZones } from "../domain/people/time-zones";
import { phaseOf } from "../domain/sprint/phase";
import { clashingEdit, refusedEdit } from "../http/edit-answer";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { parseForm } from "../http/parse-form.server";
import { tellPlaces } from "../http/place-letters.server";
import { readForm } from "../http/read-form.server";
import { sprintEditForm, sprintFormOf, sprintTextOf } from "../http/sprint-fields.server";
import { paths } from "../paths";

export const handle = { scripts: false };

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Edit ${data?.sprint.name} · ${data?.community.name} · Portolan` },
];

const deedOn = (slug: string | undefined) => ({
  action: "edit sprint",
  object: "sprints",
  objectKey: slug,
  what: "plan its sprints",
});

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community } = await organize(context, request, params.community, deedOn(params.sprint));
  const sprint = await sprintAt(context, community, params.sprint);
  const kept = await restoreForm(context, request);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    over: phaseOf(sprint, community.now) === "over",
    zones: timeZones.includes(sprint.timeZone) ? timeZones : [sprint.timeZone, ...timeZones],
    filled: { ...sprintFormOf(sprint), ...kept?.typed },
  };
}

/** Rewrites a sprint, also one that is over: its organizers can correct it. Whoever saves second sees what the first one wrote. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community } = await organize(context, request, params.community, deedOn(params.sprint), form);
  const { id, slug } = await sprintAt(context, community, params.sprint);
  const parsed = await parseForm(context, form, sprintEditForm);
  if (!parsed.ok) return refusedEdit(parsed);
  const { seen: rev, ...values } = parsed.values;
  const text = sprintTextOf(values);
  const post = openPost(context);
  const isSaved = await change(context.db, await context.doer(), "edit sprint", async (tx) => {
    const news = await rewriteSprint(tx, { communityId: community.id, id, rev }, text);
    if (news) await tellPlaces(post.in(tx, community), community, { ...text, slug }, news);
    return news !== null;
  });
  if (isSaved) {
    await post.send();
    return redirectSaying(paths.sprint(community, { slug }), "The sprint is saved.");
  }
  const now = await sprintAt(context, community, slug);
  return clashingEdit(typedIn(form), sprintFormOf(now), fields, await findLastWriter(context.db, "sprints", id));
}

const fields: readonly ClashField[] = [
  { name: "name", label: "Name" },
  { name: "summary", label: "What it is about" },
  { name: "startsOn", label: "First day" },
  { name: "endsOn", label: "Last day" },
  { name: "dayStarts", label: "Each day starts" },
  { name: "dayEnds", label: "Each day ends" },
  { name: "timeZone", label: "Time zone" },
  { name: "where", label: "Where people meet" },
  { name: "place", label: "Place" },
  { name: "capacity", label: "Room for how many" },
  { name: "bring", label: "What to bring and set up" },
  { name: "giving", label: "Where to give time and money" },
  { name: "codeOfConduct", label: "Code of conduct" },
  { name: "offerHours", label: "Hours a free place is held" },
  { name: "reviews", label: "Organizers read each registration first" },
  { name: "mentorDuties", label: "What is asked of mentors" },
];

export default function EditSprint() {
  const { community, sprint, over, zones, filled } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { seen, ...typed } = { ...filled, ...answer?.typed };
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprints(community), label: "Sprints" },
          { href: paths.sprint(community, sprint), label: sprint.name },
        ]}
        title="Edit the sprint"
        lede={over ? "The sprint is over. What you correct here stands on its page for good." : undefined}
      />
      {answer?.clash ? <ClashNote {...answer.clash} /> : null}
      <Narrow>
        <SprintForm
          action={paths.sprintEdit(community, sprint)}
          submit="Save the sprint"
          zones={zones}
          seen={seen}
          typed={typed}
          errors={faultsOf(answer)}
        />
      </Narrow>
    </>
  );
}
