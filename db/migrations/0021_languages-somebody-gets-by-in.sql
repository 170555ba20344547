ALTER TABLE "registrations" ADD COLUMN "gets_by_in" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
DROP TRIGGER audit ON registrations;
--> statement-breakpoint
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON registrations FOR EACH ROW EXECUTE FUNCTION audit_change('id', 'time_zone', 'weekly_hours', 'languages', 'gets_by_in', 'skills', 'wants_to_learn', 'days', 'attendance', 'first_time', 'mentor_hours', 'wish');
