CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON kept_apart FOR EACH ROW EXECUTE FUNCTION audit_change('registration_id', 'other_id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON plans FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON planned_pairs FOR EACH ROW EXECUTE FUNCTION audit_change('newcomer_id', 'fit', 'reasons');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON planned_waits FOR EACH ROW EXECUTE FUNCTION audit_change('newcomer_id', 'because');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON pair_rules FOR EACH ROW EXECUTE FUNCTION audit_change('newcomer_id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON blocks FOR EACH ROW EXECUTE FUNCTION audit_change('id');
