import type { TestDatabase } from "./database";

/** Tasks that wait for themselves by some way: none in a sound database. */
export const findCircles = (sql: TestDatabase["sql"]) => sql`
  with recursive way (community_id, start, at) as (
    select community_id, task_id, blocked_by_id from dependencies
    union
    select way.community_id, way.start, d.blocked_by_id
    from way join dependencies d on d.community_id = way.community_id and d.task_id = way.at
  )
  select t.number from way join tasks t on t.community_id = way.community_id and t.id = way.start
  where way.at = way.start order by t.number`;
