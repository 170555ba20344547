CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON pair_answers FOR EACH ROW EXECUTE FUNCTION audit_change('pair_id', 'reason');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON pair_reminders FOR EACH ROW EXECUTE FUNCTION audit_change('pair_id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON plan_steps FOR EACH ROW EXECUTE FUNCTION audit_change('id', 'change');
