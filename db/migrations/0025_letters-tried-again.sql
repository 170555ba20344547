DROP INDEX "letters_by_age";--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "community_id" bigint;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "tries" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "next_at" timestamp with time zone DEFAULT app_now() + interval '2 minutes' NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "taken_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_due" ON "letters" USING btree ("next_at") WHERE "letters"."failed_at" is null;--> statement-breakpoint
CREATE INDEX "letters_failed" ON "letters" USING btree ("community_id","failed_at") WHERE "letters"."failed_at" is not null;