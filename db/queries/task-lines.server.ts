import { sql } from "drizzle-orm";
import type { RowFacts } from "../../app/domain/tasks/row";
import type { Queryable } from "../client.server";
import { prepared } from "../prepared.server";
import { themes } from "../schema/themes";
import { holdsNow, openBlockers, openQuestions, startOf, waitsChangedAt } from "./task-facts.server";

/** A line as it is sent by the database, without names, which would be more than half of it: instants are milliseconds since 1970. */
type Sent = readonly [
  id: number,
  number: number,
  pillarId: number | null,
  title: string,
  kind: RowFacts["kind"],
  sizeMinutes: number | null,
  goal: string,
  start: string,
  doneWhen: string,
  verify: string,
  themeWhy: string,
  checkedAt: number,
  whyChangedAt: number | null,
  waitsChangedAt: number | null,
  finishedAt: number | null,
  mentorName: string | null,
  holderId: number | null,
  holderName: string | null,
  expiresAt: number | null,
  openBlockers: RowFacts["openBlockers"],
  openQuestions: RowFacts["openQuestions"],
];

const milliseconds = (instant: ReturnType<typeof sql>) => sql`(extract(epoch from ${instant}) * 1000)::float8`;

/** All lines of a theme in one value: taking two hundred rows apart column by column was a fifth of what their page cost. */
export const linesOfTheme = sql<Sent[]>`(
  select coalesce(json_agg(json_build_array(
    tasks.id, tasks.number, tasks.pillar_id, tasks.title, tasks.kind, tasks.size_minutes,
    ${startOf("tasks.goal")}, ${startOf("tasks.start")}, ${startOf("tasks.done_when")}, ${startOf("tasks.verify")},
    ${startOf("themes.why")}, ${milliseconds(sql`tasks.checked_at`)}, ${milliseconds(sql`themes.why_changed_at`)},
    ${milliseconds(waitsChangedAt)}, ${milliseconds(sql`tasks.finished_at`)},
    mentors.name, claims.person_id, holders.name, ${milliseconds(sql`claims.expires_at`)},
    ${openBlockers}, ${openQuestions}) order by tasks.position, tasks.id), '[]')
  from tasks
  left join people mentors on mentors.id = tasks.mentor_id
  left join claims on claims.community_id = tasks.community_id and claims.task_id = tasks.id and ${holdsNow}
  left join people holders on holders.id = claims.person_id
  where tasks.community_id = themes.community_id and tasks.theme_id = themes.id and tasks.deleted_at is null)`;

const byTheme = (db: Queryable) =>
  prepared(db, "task lines of theme", (db) =>
    db
      .select({ lines: linesOfTheme })
      .from(themes)
      .where(
        sql`${themes.communityId} = ${sql.placeholder("communityId")} and ${themes.id} = ${sql.placeholder("themeId")}`,
      )
      .prepare("task_lines_of_theme"),
  );

const instant = (at: number | null) => (at === null ? null : new Date(at));

/** The lines as the domain reads them. */
export const readLines = (lines: readonly Sent[]): RowFacts[] =>
  lines.map((line) => ({
    id: line[0],
    number: line[1],
    pillarId: line[2],
    title: line[3],
    kind: line[4],
    sizeMinutes: line[5],
    goal: line[6],
    start: line[7],
    doneWhen: line[8],
    verify: line[9],
    themeWhy: line[10],
    checkedAt: new Date(line[11]),
    whyChangedAt: instant(line[12]),
    waitsChangedAt: instant(line[13]),
    finishedAt: instant(line[14]),
    mentorName: line[15],
    holderId: line[16],
    holderName: line[17],
    expiresAt: instant(line[18]),
    openBlockers: line[19],
    openQuestions: line[20],
  }));

/**
 * The tasks of a theme in their order, with what their lines say and no more: of the texts that make a task ready, how they
 * begin. For a page that shows them all.
 */
export async function listTaskLines(db: Queryable, communityId: number, themeId: number): Promise<RowFacts[]> {
  const [found] = await byTheme(db).execute({ communityId, themeId });
  return readLines(found?.lines ?? []);
}
