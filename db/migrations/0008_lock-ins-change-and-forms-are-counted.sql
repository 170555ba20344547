ALTER TABLE "blocks" ADD COLUMN "rev" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "kept_forms" ADD COLUMN "sent_from" text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX "kept_forms_by_address" ON "kept_forms" USING btree ("sent_from","expires_at");--> statement-breakpoint
CREATE INDEX "kept_forms_by_age" ON "kept_forms" USING btree ("expires_at");