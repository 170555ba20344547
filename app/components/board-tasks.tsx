import { useContext } from "react";
import type { Move } from "../domain/roadmap/ordering";
import type { PlainRow } from "../domain/tasks/row";
import { paths } from "../paths";
import { BoardEnd, BoardItem } from "./board-item";
import type { BoardPlace } from "./board-place";
import { Board_ } from "./board-shared";
import type { BoardList } from "./board-words";
import { PillarTools, TaskTools, TaskToolWords } from "./organizer-tools";
import { Prose } from "./prose";
import { QuickAddTask } from "./quick-add-task";
import { Section } from "./section";
import { TaskLine } from "./task-line";
import { TaskLines } from "./task-lines";

type Pillar = { id: number; title: string };

/** A pillar with its tasks; null: the tasks of the theme that are in none. */
export type TaskGroup = { pillar: Pillar | null; intro: string; rows: readonly PlainRow[] };

type TaskGroupsProps = {
  community: { slug: string };
  theme: { slug: string; title: string };
  groups: readonly TaskGroup[];
  viewer: { id: number; timeZone: string } | null;
  /** Whether everything can be moved, edited and added to. Stands in a `Board` then. */
  organizing: boolean;
};

/** The tasks of a theme, pillar by pillar. */
export function TaskGroups({ community, theme, groups, viewer, organizing }: TaskGroupsProps) {
  const board = useContext(Board_);
  const hasPillars = groups.some(({ pillar }) => pillar !== null);
  const line = (row: PlainRow, place?: BoardPlace) => (
    <TaskLine
      key={row.number}
      row={row}
      href={paths.task(community, row)}
      viewerId={viewer?.id}
      readerZone={viewer?.timeZone}
      organizing={organizing}
      titleId={organizing ? titleId(row) : undefined}
      actions={organizing ? <TaskTools community={community} row={row} titleId={titleId(row)} /> : undefined}
      place={place}
    />
  );
  const section = ({ pillar, intro, rows }: TaskGroup, place?: BoardPlace) => (
    <Section
      key={pillar?.id ?? "own"}
      id={pillar ? `pillar-${pillar.id}` : "tasks"}
      title={pillar?.title ?? (hasPillars ? "On its own" : "Tasks")}
      action={
        place && pillar ? (
          <PillarTools community={community} theme={theme} pillar={pillar} handle={place.handle} />
        ) : undefined
      }
      place={place}
    >
      {intro ? <Prose html={intro} /> : null}
      {rows.length === 0 ? <p>No task yet.</p> : null}
      <TaskLines
        rows={rows}
        under={[community.slug, theme.slug, pillar?.id, organizing && board.board, viewer?.timeZone]}
        says={(row) => [isYours(row, viewer), row]}
      >
        {(row) =>
          organizing ? (
            <Board_.Provider key={row.number} value={board}>
              <BoardItem id={taskId(row)} labelledBy={titleId(row)}>
                {(at) => line(row, at)}
              </BoardItem>
            </Board_.Provider>
          ) : (
            line(row)
          )
        }
      </TaskLines>
      {organizing ? (
        <>
          <BoardEnd list={listId(pillar)} />
          <QuickAddTask
            action={paths.themeTasks(community, theme)}
            into={pillar?.title ?? theme.title}
            pillarId={pillar?.id}
          />
        </>
      ) : null}
    </Section>
  );
  const shown = groups.filter(({ pillar, rows }) => pillar !== null || rows.length > 0 || (organizing && !hasPillars));
  return (
    <>
      {organizing ? <TaskToolWords /> : null}
      {shown.map((group) =>
        organizing && group.pillar ? (
          <BoardItem key={group.pillar.id} id={pillarId(group.pillar)}>
            {(place) => section(group, place)}
          </BoardItem>
        ) : (
          section(group)
        ),
      )}
      {organizing && hasPillars ? <BoardEnd list={pillarsId} /> : null}
    </>
  );
}

const isYours = ({ standing }: PlainRow, viewer: { id: number } | null) =>
  standing.is === "held" && standing.byId === viewer?.id;

const pillarsId = "pillars";
const taskId = ({ number }: { number: number }) => `task-${number}`;
const titleId = ({ number }: { number: number }) => `title-${number}`;
const pillarId = ({ id }: Pillar) => `pillar-${id}`;
const listId = (pillar: Pillar | null) => `tasks-${pillar?.id ?? ""}`;
const numberIn = (id: string | null) => (id === null ? "" : id.slice(id.indexOf("-") + 1));

/** A theme's pillars, and the tasks of each, as the lists of a board. */
export const listsOf = (theme: { title: string }, groups: readonly TaskGroup[]): BoardList[] => [
  {
    id: pillarsId,
    kind: "pillar",
    title: theme.title,
    items: groups.flatMap(({ pillar }) => (pillar ? [{ id: pillarId(pillar), title: pillar.title }] : [])),
  },
  ...groups.map(({ pillar, rows }) => ({
    id: listId(pillar),
    kind: "task",
    title: pillar?.title ?? theme.title,
    items: rows.map((row) => ({ id: taskId(row), title: row.title })),
  })),
];

/** The groups in the order of these lists. */
export function groupsIn(groups: readonly TaskGroup[], lists: readonly BoardList[]): TaskGroup[] {
  const rows = new Map(groups.flatMap((group) => group.rows.map((row) => [taskId(row), row])));
  const order = lists.find(({ id }) => id === pillarsId)?.items.map(({ id }) => id) ?? [];
  const at = ({ pillar }: TaskGroup) => (pillar ? order.indexOf(pillarId(pillar)) : -1);
  return groups
    .map((group) => ({
      ...group,
      rows: (lists.find(({ id }) => id === listId(group.pillar))?.items ?? []).flatMap(({ id }) => rows.get(id) ?? []),
    }))
    .sort((a, b) => at(a) - at(b));
}

/** Where a move of one of these is posted, and what it says there. `seen`: the rev of the theme's board. */
export function postOf(
  move: Move,
  community: { slug: string },
  theme: { id: number; slug: string; orderRev: number },
): { action: string; fields: Record<string, string | number> } {
  const seen = theme.orderRev;
  const moved = Number(numberIn(move.id));
  if (move.list === pillarsId) {
    return {
      action: paths.pillarPosition(community, theme, moved),
      fields: { before: numberIn(move.before), seen },
    };
  }
  return {
    action: paths.taskPosition(community, { number: moved }),
    fields: { from: theme.id, to: theme.id, place: `${numberIn(move.list)}/${numberIn(move.before)}`, seen },
  };
}
