import { sql } from "drizzle-orm";
import type { RowFacts } from "../../app/domain/tasks/row";
import type { Queryable } from "../client.server";
import { prepared } from "../prepared.server";
import { themes } from "../schema/themes";
import { holdsNow, openBlockers, openQuestions, startOf, waitsChangedAt } from "./task-facts.server";

/** A line as it is sent by the database: instants are milliseconds since 1970. */
type Sent = Omit<RowFacts, Instant> & { [Name in Instant]: number | null };
type Instant = "checkedAt" | "whyChangedAt" | "waitsChangedAt" | "finishedAt" | "expiresAt";

const milliseconds = (instant: ReturnType<typeof sql>) => sql`(extract(epoch from ${instant}) * 1000)::float8`;

/** All lines of a theme in one value: taking two hundred rows apart column by column was a fifth of what their page cost. */
export const linesOfTheme = sql<Sent[]>`(
  select coalesce(json_agg(json_build_object(
    'id', tasks.id, 'number', tasks.number, 'pillarId', tasks.pillar_id, 'title', tasks.title, 'kind', tasks.kind,
    'sizeMinutes', tasks.size_minutes, 'goal', ${startOf("tasks.goal")}, 'start', ${startOf("tasks.start")},
    'doneWhen', ${startOf("tasks.done_when")}, 'verify', ${startOf("tasks.verify")}, 'themeWhy', ${startOf("themes.why")},
    'checkedAt', ${milliseconds(sql`tasks.checked_at`)}, 'whyChangedAt', ${milliseconds(sql`themes.why_changed_at`)},
    'waitsChangedAt', ${milliseconds(waitsChangedAt)}, 'finishedAt', ${milliseconds(sql`tasks.finished_at`)},
    'mentorName', mentors.name, 'holderId', claims.person_id, 'holderName', holders.name,
    'expiresAt', ${milliseconds(sql`claims.expires_at`)},
    'openBlockers', ${openBlockers}, 'openQuestions', ${openQuestions}) order by tasks.position, tasks.id), '[]')
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
    ...line,
    checkedAt: new Date(line.checkedAt ?? Number.NaN),
    whyChangedAt: instant(line.whyChangedAt),
    waitsChangedAt: instant(line.waitsChangedAt),
    finishedAt: instant(line.finishedAt),
    expiresAt: instant(line.expiresAt),
  }));

/**
 * The tasks of a theme in their order, with what their lines say and no more: of the texts that make a task ready, how they
 * begin. For a page that shows them all.
 */
export async function listTaskLines(db: Queryable, communityId: number, themeId: number): Promise<RowFacts[]> {
  const [found] = await byTheme(db).execute({ communityId, themeId });
  return readLines(found?.lines ?? []);
}
