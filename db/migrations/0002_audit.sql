-- Every change of a row writes one audit row, in the same transaction. The trigger's first argument is the key column,
-- the others are private columns, which are left out. Who, what and which request come from settings of the
-- transaction; a change made without an action is refused, so that no write can go round the record.
CREATE FUNCTION audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  deed text := nullif(current_setting('portolan.action', true), '');
  private text[] := TG_ARGV[1:TG_NARGS];
  was jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) END;
  became jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) END;
  subject jsonb := coalesce(became, was);
  community bigint := CASE TG_TABLE_NAME WHEN 'communities' THEN (subject->>'id')::bigint ELSE (subject->>'community_id')::bigint END;
  before jsonb := was - private;
  after jsonb := became - private;
BEGIN
  IF deed IS NULL THEN
    RAISE EXCEPTION 'a change of % names no action', TG_TABLE_NAME
      USING HINT = 'Write inside change(): it names the actor, the action and the request.';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    SELECT coalesce(jsonb_object_agg(key, value), '{}') INTO after FROM jsonb_each(became - private) WHERE value IS DISTINCT FROM was->key;
    SELECT coalesce(jsonb_object_agg(key, value), '{}') INTO before FROM jsonb_each(was - private) WHERE value IS DISTINCT FROM became->key;
  END IF;
  INSERT INTO audit_rows (community_id, actor_id, action, object, object_key, outcome, rev, before, after, request_id)
  VALUES (
    community,
    nullif(current_setting('portolan.actor', true), '')::bigint,
    deed,
    TG_TABLE_NAME,
    subject->>TG_ARGV[0],
    'ok',
    (became->>'rev')::bigint,
    before,
    after,
    nullif(current_setting('portolan.request', true), '')
  );
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION audit_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit rows are never changed or deleted';
END
$$;
--> statement-breakpoint
CREATE TRIGGER audit_is_final BEFORE UPDATE OR DELETE ON audit_rows FOR EACH ROW EXECUTE FUNCTION audit_is_final();
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON people FOR EACH ROW EXECUTE FUNCTION audit_change('id', 'name', 'email', 'time_zone');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR DELETE ON sessions FOR EACH ROW EXECUTE FUNCTION audit_change('person_id', 'id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON sign_in_links FOR EACH ROW EXECUTE FUNCTION audit_change('id', 'token_hash', 'email', 'asked_from', 'next', 'kept_form_id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON setup_links FOR EACH ROW EXECUTE FUNCTION audit_change('created_at', 'token_hash');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON communities FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON memberships FOR EACH ROW EXECUTE FUNCTION audit_change('person_id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON themes FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON questions FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON pillars FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON tasks FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON dependencies FOR EACH ROW EXECUTE FUNCTION audit_change('task_id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON awaited_questions FOR EACH ROW EXECUTE FUNCTION audit_change('task_id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON claims FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON claim_endings FOR EACH ROW EXECUTE FUNCTION audit_change('claim_id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON sprints FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON registrations FOR EACH ROW EXECUTE FUNCTION audit_change('id', 'time_zone', 'weekly_hours', 'languages', 'skills', 'wants_to_learn', 'days', 'attendance', 'first_time', 'mentor_hours');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON wished_themes FOR EACH ROW EXECUTE FUNCTION audit_change('registration_id', 'theme_id', 'rank');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON pairs FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON pair_endings FOR EACH ROW EXECUTE FUNCTION audit_change('pair_id', 'note');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON check_ins FOR EACH ROW EXECUTE FUNCTION audit_change('id', 'blocks', 'mood', 'next_at');
