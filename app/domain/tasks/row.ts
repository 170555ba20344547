import { limits } from "../limits";
import type { TaskKind } from "./kinds";
import { staleBecause } from "./staleness";
import { type Standing, type StandingFacts, standingOf } from "./standing";

/** A task as a line of a list: what a reader sees, and nothing that is not shown. */
export type TaskRow = PlainRow & { id: number; pillarId: number | null };

/** A line that stands where it belongs. */
export type PlainRow = {
  number: number;
  title: string;
  kind: TaskKind;
  sizeMinutes: number | null;
  mentor: string | null;
  standing: Standing;
  /** Ready or nearly, but more than a first task should be. */
  tooBig: boolean;
  /** Why it asks to be checked; null while it counts as checked. */
  stale: string | null;
};

/** What a line is made of. */
export type RowFacts = StandingFacts & Pick<TaskRow, "id" | "number" | "pillarId" | "title" | "kind" | "sizeMinutes">;

/** The line of a task at `now`. Facts are handed on by name: to copy all of them was a tenth of what a page of two hundred cost. */
export function taskRow(facts: RowFacts, now: Date): TaskRow {
  const { id, number, pillarId, title, kind, sizeMinutes, checkedAt, whyChangedAt, waitsChangedAt } = facts;
  return {
    id,
    number,
    pillarId,
    title,
    kind,
    sizeMinutes,
    mentor: facts.mentorName,
    standing: standingOf(facts),
    stale: facts.finishedAt === null ? staleBecause({ checkedAt, whyChangedAt, waitsChangedAt, now }) : null,
    tooBig: facts.finishedAt === null && sizeMinutes !== null && sizeMinutes > limits.firstTaskMinutes,
  };
}

/** The line without what has put it in its place. */
export const plainRow = ({ id: _, pillarId: __, ...row }: TaskRow): PlainRow => row;

/** Ready first when counting what a newcomer could start: tasks that are ready and that nobody holds. */
export const isFree = (row: Pick<TaskRow, "standing">): boolean => row.standing.is === "ready";
