import type { ReactNode } from "react";
import { inNumbers } from "../domain/in-numbers";
import type { MentorRow, TablePages, WaitRow } from "../domain/plans/table";
import { paths } from "../paths";
import { BoardTarget } from "./board-whole";
import { EmptyState } from "./empty-state";
import { waitingList } from "./plan-lists";
import { PlanPages } from "./plan-pages";
import { PlanTable } from "./plan-table";
import styles from "./plan-table.module.css";
import { PlanWaits } from "./plan-waits";
import { Section } from "./section";

type Slugged = { slug: string };

export type PlanSidesProps = {
  community: Slugged;
  sprint: Slugged & { online: boolean };
  mentors: readonly MentorRow[];
  waits: readonly WaitRow[];
  /** How many wait, and how many mentors there are, on all pages. */
  waiting: number;
  mentorCount: number;
  /** The pages that are looked at, and how many there are. */
  page: TablePages;
  pages: TablePages;
  /** The newcomer who is looked at by themselves. */
  openId: number | null;
  /** What would let more people be paired, in sentences. */
  help: readonly string[];
  /** How many pairs of the draft have a task to begin with, in a sentence, and whether all do; null without any. */
  starting: { said: string; all: boolean } | null;
  /** A plan says why each of them waits. */
  drafted: boolean;
  /** One that is published says why each of them waited then. */
  published: boolean;
  /** Nobody can be moved any more. */
  closed: boolean;
  /** Stands in a board on which people are moved by hand. */
  moving: boolean;
};

/** The two sides of the pairing table: who waits, and the mentors with their seats. */
export function PlanSides(view: PlanSidesProps) {
  const { community, sprint, openId, closed, moving, waiting, waits, help } = view;
  const people = { community, sprint, openId, closed, moving };
  const pages = { community, sprint, page: view.page, pages: view.pages };
  const who =
    waiting > 0 || moving ? (
      <Section title={waitsTitle(waiting)} id="waiting" lede={lede(view)}>
        <PlanWaits {...people} waits={waits} />
        <PlanPages {...pages} side="waits" />
        {help.length > 0 ? <Help lines={help} /> : null}
      </Section>
    ) : null;
  const mentors = (
    <Section
      title="Mentors and their seats"
      id="mentors"
      lede={
        view.starting ? (
          <>
            {view.starting.said}{" "}
            {view.starting.all ? null : <a href={paths.roadmapGuidance(community)}>See where guidance is missing.</a>}
          </>
        ) : undefined
      }
    >
      {view.mentorCount === 0 ? (
        <EmptyState>Nobody has registered as a mentor yet. Ask somebody who knows their way around.</EmptyState>
      ) : (
        <>
          <PlanTable {...people} mentors={view.mentors} />
          <PlanPages {...pages} side="mentors" />
        </>
      )}
    </Section>
  );
  if (who === null) return mentors;
  return (
    <div className={styles.sides}>
      {moving ? (
        <BoardTarget as="div" list={waitingList} stays className={styles.waiting}>
          {who}
        </BoardTarget>
      ) : (
        <div className={styles.waiting}>{who}</div>
      )}
      <div>{mentors}</div>
    </div>
  );
}

function Help({ lines }: { lines: readonly string[] }): ReactNode {
  return (
    <ul className={styles.help} aria-label="What would help">
      {lines.map((said) => (
        <li key={said}>{said}</li>
      ))}
    </ul>
  );
}

function lede({ drafted, published, waiting, closed }: PlanSidesProps): string | undefined {
  if (waiting === 0 || closed) return undefined;
  if (drafted) return "Each with the rule in the way.";
  return published ? "Each with the rule in the way when the pairs were published." : undefined;
}

function waitsTitle(waiting: number): string {
  if (waiting === 0) return "Nobody waits";
  return waiting === 1 ? "One newcomer waits" : `${inNumbers(waiting)} newcomers wait`;
}
