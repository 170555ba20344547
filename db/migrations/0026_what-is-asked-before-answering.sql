CREATE TABLE "registration_enquiries" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "registration_enquiries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"registration_id" bigint NOT NULL,
	"words" text NOT NULL,
	"asked_by" bigint,
	"asked_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"of_rev" smallint NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "registration_enquiries_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
ALTER TABLE "registration_enquiries" ADD CONSTRAINT "registration_enquiries_registration" FOREIGN KEY ("community_id","sprint_id","registration_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_enquiries" ADD CONSTRAINT "registration_enquiries_by" FOREIGN KEY ("community_id","asked_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registration_enquiries_of" ON "registration_enquiries" USING btree ("community_id","registration_id");