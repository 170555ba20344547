import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { change } from "../../db/queries/change.server";
import { findLastWriter } from "../../db/queries/last-writer.server";
import { storePairingSettings } from "../../db/queries/sprints.server";
import { restoreForm } from "../auth/kept-forms.server";
import { planner } from "../auth/planning.server";
import { sprintAt } from "../auth/sprint.server";
import { ClashNote } from "../components/clash-note";
import { Columns } from "../components/columns";
import { PageHeader } from "../components/page-header";
import { PairingSettingsForm } from "../components/pairing-settings-form";
import { SettingsPreview } from "../components/settings-preview";
import type { ClashField } from "../domain/clash";
import { canPair } from "../domain/plans/deeds";
import { settingsSaved } from "../domain/plans/words";
import { insist } from "../http/answers";
import { clashingEdit, refusedEdit } from "../http/edit-answer";
import { faultsOf } from "../http/fault";
import { redirectSaying } from "../http/flash";
import { typedIn } from "../http/kept-text";
import { useLivePreview } from "../http/live-preview";
import {
  costsIn,
  pairingForm,
  pairingFormAtFirst,
  pairingFormOf,
  pairingPreview,
  settingsIn,
} from "../http/pairing-fields.server";
import { parseForm } from "../http/parse-form.server";
import { readForm } from "../http/read-form.server";
import { readPlan } from "../jobs/crowd-reader.server";
import { paths } from "../paths";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `How ${data?.sprint.name} pairs · ${data?.community.name} · Portolan` },
];

/** The settings as they are stored; or, with settings in the address, those, and what they would move. Nothing is changed. */
export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { community, sprint } = await planner(context, request, params, "read pairing settings");
  const kept = await restoreForm(context, request);
  const asked = new FormData();
  for (const [name, value] of new URL(request.url).searchParams) asked.append(name, value);
  const looked = asked.has("seat1") ? await parseForm(context, asked, pairingPreview) : null;
  const tried = looked?.ok ? { settings: settingsIn(looked.values), costs: costsIn(looked.values) } : null;
  const preview = tried && (await readPlan(context, { community, sprint }, "preview", tried));
  const stored = { ...pairingFormOf(sprint), seen: String(sprint.rev) };
  const may = canPair(sprint, community.now);
  return {
    community: { slug: community.slug, name: community.name, role: community.role },
    sprint: { slug: sprint.slug, name: sprint.name },
    closed: may.ok ? null : may.because,
    filled: { ...stored, ...(looked ? typedIn(asked) : {}), ...kept?.typed },
    faults: faultsOf(looked?.ok === false ? looked : null),
    preview: preview && {
      pairs: preview.pairs,
      moved: preview.moved.map(({ newcomerId, because }) => ({ newcomerId, because })),
    },
    atFirst: String(new URLSearchParams(pairingFormAtFirst)),
  };
}

/** Stores what a sprint has set about its pairing. A draft stays as it is until the pairing runs again. */
export async function action({ context, params, request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const { community, sprint } = await planner(context, request, params, "set pairing", form);
  const parsed = await parseForm(context, form, pairingForm);
  if (!parsed.ok) return refusedEdit(parsed);
  const deed = { action: "set pairing", object: "sprints", objectKey: sprint.slug, communityId: community.id };
  const plan = paths.plan(community, sprint);
  const back = { href: plan, label: "Look at the table" };
  await insist(context, canPair(sprint, community.now), deed, back, form);
  const key = { communityId: community.id, id: sprint.id, rev: parsed.values.seen };
  const set = { pairing: settingsIn(parsed.values), ...costsIn(parsed.values) };
  const isStored = await change(context.db, await context.doer(), deed.action, (tx) =>
    storePairingSettings(tx, key, set),
  );
  if (isStored) return redirectSaying(plan, settingsSaved);
  const now = await sprintAt(context, community, sprint.slug);
  const stored = { ...pairingFormOf(now), seen: String(now.rev) };
  return clashingEdit(typedIn(form), stored, fields, await findLastWriter(context.db, "sprints", sprint.id));
}

const fields: readonly ClashField[] = [
  { name: "learning", label: "What there is to learn" },
  { name: "themes", label: "Themes" },
  { name: "sharedHours", label: "Shared hours" },
  { name: "attendance", label: "In the same place" },
  { name: "clocks", label: "Clocks" },
  { name: "firstTime", label: "First time" },
  { name: "wishes", label: "Wishes" },
  { name: "workedBefore", label: "Worked together" },
  { name: "language", label: "Language" },
  { name: "seat1", label: "First seat" },
  { name: "seat2", label: "Second seat" },
  { name: "seat3", label: "Third seat" },
  { name: "seat4", label: "Fourth seat" },
  { name: "keepBonus", label: "Points for staying" },
  { name: "pairHours", label: "Hours a pair takes" },
  { name: "taskHours", label: "Hours a task takes" },
];

export default function PairingSettings() {
  const { community, sprint, closed, filled, faults, preview, atFirst } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const address = paths.planSettings(community, sprint);
  const { said, onInput } = useLivePreview<typeof loader>(address);
  const { seen = "", ...typed } = { ...filled, ...answer?.typed };
  const shown = said ?? { preview, faults };
  return (
    <>
      <PageHeader
        where={[
          { href: paths.sprint(community, sprint), label: sprint.name },
          { href: paths.plan(community, sprint), label: "The pairing table" },
        ]}
        title="How pairs are found"
        lede={
          closed ??
          "As many newcomers as can be are paired in any case. Among all such plans, these numbers say which is best."
        }
      />
      {answer?.clash ? <ClashNote {...answer.clash} /> : null}
      <Columns
        beside={<SettingsPreview preview={shown.preview} fault={shown.faults[0]?.message ?? null} />}
        besideLabel="What would move"
      >
        <PairingSettingsForm
          action={address}
          seen={seen}
          again={`${address}?${atFirst}#preview`}
          typed={typed}
          errors={answer ? faultsOf(answer) : faults}
          onInput={onInput}
        />
      </Columns>
    </>
  );
}
