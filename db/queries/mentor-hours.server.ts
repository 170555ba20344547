import { sql } from "drizzle-orm";
import { hoursLeft } from "../../app/domain/sprint/overview";
import type { Queryable } from "../client.server";
import { holdsNow } from "./task-facts.server";

type Given = { mentorHours: number; pairs: number; namedTasks: number; pairHours: number; taskHours: number };

/**
 * The hours a task's mentor has left at the sprint that is on, what this task costs them not counted; 0 for somebody who does
 * not mentor there. Null while no sprint is on: hours are nobody's limit then. A sprint is on through its days, in its own zone.
 */
export async function findMentorHoursLeft(
  db: Queryable,
  communityId: number,
  mentorId: number,
  taskId: number,
): Promise<number | null> {
  const rows = await db.execute<Given>(sql`
    select coalesce(r.mentor_hours, 0)::int as "mentorHours", s.pair_hours::int as "pairHours", s.task_hours::int as "taskHours",
      (select count(*)::int from pairs p
        where p.community_id = s.community_id and p.sprint_id = s.id and p.mentor_id = r.id and p.ended_at is null) as pairs,
      (select count(*)::int from tasks join themes on themes.community_id = tasks.community_id and themes.id = tasks.theme_id
        where tasks.community_id = s.community_id and tasks.mentor_id = ${mentorId} and tasks.id <> ${taskId}
          and tasks.finished_at is null and tasks.deleted_at is null and themes.deleted_at is null
          and not exists (
            select from claims
            join registrations n on n.community_id = claims.community_id and n.sprint_id = s.id and n.person_id = claims.person_id
            join pairs p on p.community_id = n.community_id and p.newcomer_id = n.id and p.mentor_id = r.id and p.ended_at is null
            where claims.community_id = tasks.community_id and claims.task_id = tasks.id and ${holdsNow})) as "namedTasks"
    from sprints s
    left join registrations r on r.community_id = s.community_id and r.sprint_id = s.id and r.person_id = ${mentorId}
      and r.role = 'mentor' and r.withdrawn_at is null and r.waiting_since is null
    where s.community_id = ${communityId}
      and (app_now() at time zone s.time_zone)::date between s.starts_on and s.ends_on`);
  if (rows.length === 0) return null;
  return rows.reduce((sum, given) => sum + hoursLeft(given, given), 0);
}
