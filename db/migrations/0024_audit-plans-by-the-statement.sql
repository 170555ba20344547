-- Rows of a plan come and go by the thousand: their audit rows are written by the statement rather than one by one. They are the
-- same rows, in the same order, and a change that names no action is refused as well.
CREATE FUNCTION audit_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  deed text := nullif(current_setting('portolan.action', true), '');
  private text[] := TG_ARGV[1:TG_NARGS];
  changes jsonb[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    SELECT array_agg(to_jsonb(one)) INTO changes FROM became one;
  ELSE
    SELECT array_agg(to_jsonb(one)) INTO changes FROM was one;
  END IF;
  IF changes IS NULL THEN
    RETURN NULL;
  END IF;
  IF deed IS NULL THEN
    RAISE EXCEPTION 'a change of % names no action', TG_TABLE_NAME
      USING HINT = 'Write inside change(): it names the actor, the action and the request.';
  END IF;
  INSERT INTO audit_rows (community_id, actor_id, action, object, object_key, outcome, rev, before, after, request_id)
  SELECT
    (subject->>'community_id')::bigint,
    nullif(current_setting('portolan.actor', true), '')::bigint,
    deed,
    TG_TABLE_NAME,
    subject->>TG_ARGV[0],
    'ok',
    CASE WHEN TG_OP = 'INSERT' THEN (subject->>'rev')::bigint END,
    CASE WHEN TG_OP = 'DELETE' THEN subject - private END,
    CASE WHEN TG_OP = 'INSERT' THEN subject - private END,
    nullif(current_setting('portolan.request', true), '')
  FROM unnest(changes) subject;
  RETURN NULL;
END
$$;
--> statement-breakpoint
DROP TRIGGER audit ON planned_pairs;
--> statement-breakpoint
CREATE TRIGGER audit AFTER UPDATE ON planned_pairs FOR EACH ROW EXECUTE FUNCTION audit_change('newcomer_id', 'fit', 'reasons');
--> statement-breakpoint
CREATE TRIGGER audit_inserts AFTER INSERT ON planned_pairs REFERENCING NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION audit_changes('newcomer_id', 'fit', 'reasons');
--> statement-breakpoint
CREATE TRIGGER audit_deletes AFTER DELETE ON planned_pairs REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION audit_changes('newcomer_id', 'fit', 'reasons');
--> statement-breakpoint
DROP TRIGGER audit ON planned_waits;
--> statement-breakpoint
CREATE TRIGGER audit AFTER UPDATE ON planned_waits FOR EACH ROW EXECUTE FUNCTION audit_change('newcomer_id', 'because');
--> statement-breakpoint
CREATE TRIGGER audit_inserts AFTER INSERT ON planned_waits REFERENCING NEW TABLE AS became FOR EACH STATEMENT EXECUTE FUNCTION audit_changes('newcomer_id', 'because');
--> statement-breakpoint
CREATE TRIGGER audit_deletes AFTER DELETE ON planned_waits REFERENCING OLD TABLE AS was FOR EACH STATEMENT EXECUTE FUNCTION audit_changes('newcomer_id', 'because');
