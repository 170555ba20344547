CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON champion_offers FOR EACH ROW EXECUTE FUNCTION audit_change('id', 'note');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON champion_answers FOR EACH ROW EXECUTE FUNCTION audit_change('offer_id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON champions FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON champion_endings FOR EACH ROW EXECUTE FUNCTION audit_change('champion_id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON preparations FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON preparation_endings FOR EACH ROW EXECUTE FUNCTION audit_change('preparation_id');
