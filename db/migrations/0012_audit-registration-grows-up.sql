CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON wished_people FOR EACH ROW EXECUTE FUNCTION audit_change('registration_id', 'other_id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON place_offers FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON registration_reviews FOR EACH ROW EXECUTE FUNCTION audit_change('id', 'words');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON sprint_questions FOR EACH ROW EXECUTE FUNCTION audit_change('id');
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON sprint_answers FOR EACH ROW EXECUTE FUNCTION audit_change('registration_id', 'answer');
--> statement-breakpoint
DROP TRIGGER audit ON registrations;
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON registrations FOR EACH ROW EXECUTE FUNCTION audit_change('id', 'time_zone', 'weekly_hours', 'languages', 'skills', 'wants_to_learn', 'days', 'attendance', 'first_time', 'mentor_hours', 'wish');
