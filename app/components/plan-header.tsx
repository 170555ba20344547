import { inNumbers } from "../domain/in-numbers";
import type { PairingTable } from "../domain/plans/table";
import { progressWords } from "../domain/plans/words";
import { paths } from "../paths";
import { Badge } from "./badge";
import { ButtonLink } from "./button";
import type { Fact } from "./facts";
import { PageHeader } from "./page-header";
import { PublishForm, RemindForm, RunForm } from "./plan-actions";
import { Time } from "./time";

type Slugged = { slug: string };

type PlanHeaderProps = {
  community: Slugged;
  sprint: Slugged & { name: string; timeZone: string };
  readerZone: string;
  /** Why nobody can be paired any more; null while somebody can. */
  closed: string | null;
  /** The server can send mail. */
  sends: boolean;
  table: Omit<PairingTable, "mentors" | "waits">;
  mentorCount: number;
  waiting: number;
  draft: { rev: number; madeBy: string | null; madeAt: string; best: boolean } | null;
  /** How many have not answered their pair and were not reminded yet. */
  toRemind: number;
  /** When pairs of this sprint were last published, and by whom. */
  publishedAt: string | null;
  publishedBy: string | null;
  changes: { lines: readonly unknown[] };
  /** Something of the draft no longer holds. */
  faulty: boolean;
};

/** How far pairing has got, and the one next step: run, run again, or publish. */
export function PlanHeader(view: PlanHeaderProps) {
  const { community, sprint, table, draft, closed, publishedAt } = view;
  return (
    <PageHeader
      where={[
        { href: paths.sprint(community, sprint), label: sprint.name },
        { href: paths.registrations(community, sprint), label: "Registrations" },
      ]}
      title="The pairing table"
      state={<State draft={draft !== null} published={publishedAt !== null} />}
      lede={closed ?? lede(view)}
      facts={table.newcomers + view.mentorCount === 0 ? [] : facts(view)}
      actions={closed === null ? <Steps {...view} /> : undefined}
      note={<Made {...view} />}
    />
  );
}

function State({ draft, published }: { draft: boolean; published: boolean }) {
  if (draft) return <Badge tone="sun">Draft: nobody has been told</Badge>;
  if (published) {
    return (
      <Badge tone="sea" shape="check">
        Published
      </Badge>
    );
  }
  return null;
}

function lede({ table, draft, publishedAt }: PlanHeaderProps): string {
  if (table.newcomers === 0) return "Nobody has registered as a newcomer yet, so there is nobody to pair.";
  if (draft || publishedAt !== null || table.paired > 0) return progressWords(table, draft?.best ?? false);
  return "One press pairs as many newcomers as can be paired, in the best way there is. You can change it, and nobody hears of it until you publish.";
}

function facts({ table, mentorCount, waiting, draft }: PlanHeaderProps): Fact[] {
  return [
    { value: table.newcomers, label: table.newcomers === 1 ? "newcomer" : "newcomers" },
    { value: mentorCount, label: mentorCount === 1 ? "mentor" : "mentors" },
    { value: table.seats, label: `${table.seats === 1 ? "seat" : "seats"}, ${inNumbers(table.free)} free` },
    ...(draft || table.paired > 0
      ? [{ value: waiting, label: waiting === 1 ? "waits" : "wait", href: waiting > 0 ? "#waiting" : undefined }]
      : []),
  ];
}

/** Once something has changed, running again comes before publishing. */
function Steps(view: PlanHeaderProps) {
  const { community, sprint, table, draft, waiting, changes, faulty, toRemind, sends } = view;
  const here = { community, sprint, seen: draft?.rev ?? null };
  const rest = (
    <>
      {toRemind > 0 && sends ? <RemindForm community={community} sprint={sprint} people={toRemind} /> : null}
      <ButtonLink tone="quiet" href={paths.planSettings(community, sprint)}>
        How pairs are found
      </ButtonLink>
    </>
  );
  if (!draft) {
    return (
      <>
        {waiting > 0 ? (
          <RunForm {...here} go>
            {waiting === 1 ? "Pair the newcomer" : `Pair ${inNumbers(waiting)} newcomers`}
          </RunForm>
        ) : null}
        {rest}
      </>
    );
  }
  const again = changes.lines.length > 0;
  const publishes = !faulty && table.planned > 0;
  const run = (
    <RunForm {...here} go={again || !publishes}>
      Run again
    </RunForm>
  );
  return (
    <>
      {again ? run : null}
      {publishes ? <PublishForm {...here} go={!again} planned={table.planned} /> : null}
      {again ? null : run}
      {rest}
    </>
  );
}

function Made({ sprint, readerZone, draft, publishedAt, publishedBy, sends, faulty, table }: PlanHeaderProps) {
  const at = draft?.madeAt ?? publishedAt;
  if (at === null) return null;
  return (
    <>
      {draft ? madeWords(draft.madeBy) : publishedBy === null ? "Published " : `Published by ${publishedBy}, `}
      <Time at={at} zone={sprint.timeZone} readerZone={readerZone} form="moment" />.
      {draft && !faulty && table.planned > 0
        ? sends
          ? " Publishing writes to everybody in a pair, once; nobody else hears of it."
          : " This server cannot send mail: after publishing, tell people yourself."
        : null}
    </>
  );
}

const madeWords = (by: string | null) => (by === null ? "Made when somebody said no, " : `Made by ${by}, `);
