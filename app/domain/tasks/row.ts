import { limits } from "../limits";
import type { TaskKind } from "./kinds";
import { staleBecause } from "./staleness";
import { type Standing, type StandingFacts, standing } from "./standing";

/** A task as a line of a list: what a reader sees, and nothing that is not shown. */
export type TaskRow = {
  id: number;
  number: number;
  pillarId: number | null;
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

type RowFacts = StandingFacts & Pick<TaskRow, "id" | "number" | "pillarId" | "title" | "kind" | "sizeMinutes">;

/** The line of a task at `now`. */
export function taskRow(facts: RowFacts, now: Date): TaskRow {
  const { id, number, pillarId, title, kind, sizeMinutes } = facts;
  return {
    id,
    number,
    pillarId,
    title,
    kind,
    sizeMinutes,
    mentor: facts.mentorName,
    standing: standing(facts, now).standing,
    stale: facts.finishedAt === null ? staleBecause({ ...facts, now }) : null,
    tooBig: facts.finishedAt === null && sizeMinutes !== null && sizeMinutes > limits.firstTaskMinutes,
  };
}

/** Ready first when counting what a newcomer could start: tasks that are ready and that nobody holds. */
export const isFree = (row: Pick<TaskRow, "standing">): boolean => row.standing.is === "ready";
