-- No task waits for itself, by whatever way. The community's row is held first, so that of the parts of a circle that come
-- in at once the last one sees the others; each statement below then reads what is committed by now. What has been taken off
-- the roadmap holds nobody up, so bringing it back is asked too.
CREATE FUNCTION waits_for_itself(community bigint, starts bigint[]) RETURNS bigint LANGUAGE sql VOLATILE AS $$
  WITH RECURSIVE way (start, at) AS (
    SELECT start, start FROM unnest(starts) AS start
    UNION
    SELECT way.start, d.blocked_by_id
    FROM way
    JOIN tasks t ON t.community_id = community AND t.id = way.at AND t.deleted_at IS NULL
    JOIN themes h ON h.community_id = community AND h.id = t.theme_id AND h.deleted_at IS NULL
    JOIN dependencies d ON d.community_id = community AND d.task_id = way.at
  )
  SELECT t.number
  FROM way
  JOIN tasks t ON t.community_id = community AND t.id = way.at AND t.deleted_at IS NULL
  JOIN themes h ON h.community_id = community AND h.id = t.theme_id AND h.deleted_at IS NULL
  JOIN dependencies d ON d.community_id = community AND d.task_id = way.at AND d.blocked_by_id = way.start
  LIMIT 1
$$;
--> statement-breakpoint
CREATE FUNCTION refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  community bigint;
  starts bigint[];
  found bigint;
BEGIN
  IF TG_TABLE_NAME = 'dependencies' THEN
    SELECT min(community_id), array_agg(DISTINCT task_id) INTO community, starts FROM added;
  ELSIF TG_TABLE_NAME = 'tasks' THEN
    community := NEW.community_id;
    starts := ARRAY[NEW.id];
  ELSE
    community := NEW.community_id;
    SELECT array_agg(id) INTO starts FROM tasks WHERE community_id = NEW.community_id AND theme_id = NEW.id AND deleted_at IS NULL;
  END IF;
  IF starts IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM communities WHERE id = community FOR NO KEY UPDATE;
  found := waits_for_itself(community, starts);
  IF found IS NOT NULL THEN
    RAISE EXCEPTION 'task % would wait for itself', found
      USING ERRCODE = 'check_violation', CONSTRAINT = 'dependencies_no_circle',
        HINT = 'Ask findCycleWith under holdDependencies first: it names the circle.';
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER no_circle AFTER INSERT ON dependencies REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION refuse_circle();
--> statement-breakpoint
CREATE TRIGGER no_circle AFTER UPDATE OF deleted_at ON tasks FOR EACH ROW WHEN (OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NULL) EXECUTE FUNCTION refuse_circle();
--> statement-breakpoint
CREATE TRIGGER no_circle AFTER UPDATE OF deleted_at ON themes FOR EACH ROW WHEN (OLD.deleted_at IS NOT NULL AND NEW.deleted_at IS NULL) EXECUTE FUNCTION refuse_circle();
