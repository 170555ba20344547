CREATE TABLE "place_offers" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "place_offers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"registration_id" bigint NOT NULL,
	"offered_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ending" text,
	CONSTRAINT "place_offers_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "place_offers_ending" CHECK ("place_offers"."ending" in ('taken', 'lapsed', 'withdrawn')),
	CONSTRAINT "place_offers_ended" CHECK (("place_offers"."ended_at" is null) = ("place_offers"."ending" is null))
);
--> statement-breakpoint
CREATE TABLE "registration_reviews" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "registration_reviews_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"registration_id" bigint NOT NULL,
	"decision" text NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "registration_reviews_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "registration_reviews_decision" CHECK ("registration_reviews"."decision" in ('accepted', 'waiting', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "sprint_answers" (
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"registration_id" bigint NOT NULL,
	"question_id" bigint NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "sprint_answers_community_id_registration_id_question_id_pk" PRIMARY KEY("community_id","registration_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "sprint_questions" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "sprint_questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"ask" text NOT NULL,
	"choices" text[] NOT NULL,
	"needed" boolean DEFAULT false NOT NULL,
	"place" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "sprint_questions_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "sprint_questions_in_sprint" UNIQUE("community_id","sprint_id","id")
);
--> statement-breakpoint
CREATE TABLE "wished_people" (
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"registration_id" bigint NOT NULL,
	"other_id" bigint NOT NULL,
	CONSTRAINT "wished_people_community_id_registration_id_other_id_pk" PRIMARY KEY("community_id","registration_id","other_id"),
	CONSTRAINT "wished_people_two" CHECK ("wished_people"."registration_id" <> "wished_people"."other_id")
);
--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "duties_accepted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "wish" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "waiting_for" text;--> statement-breakpoint
ALTER TABLE "sprints" ADD COLUMN "mentor_duties" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sprints" ADD COLUMN "reviews" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sprints" ADD COLUMN "offer_hours" smallint DEFAULT 24 NOT NULL;--> statement-breakpoint
ALTER TABLE "place_offers" ADD CONSTRAINT "place_offers_registration" FOREIGN KEY ("community_id","sprint_id","registration_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_reviews" ADD CONSTRAINT "registration_reviews_registration" FOREIGN KEY ("community_id","sprint_id","registration_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_reviews" ADD CONSTRAINT "registration_reviews_by" FOREIGN KEY ("community_id","decided_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sprint_answers" ADD CONSTRAINT "sprint_answers_registration" FOREIGN KEY ("community_id","sprint_id","registration_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sprint_answers" ADD CONSTRAINT "sprint_answers_question" FOREIGN KEY ("community_id","sprint_id","question_id") REFERENCES "public"."sprint_questions"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sprint_questions" ADD CONSTRAINT "sprint_questions_sprint" FOREIGN KEY ("community_id","sprint_id") REFERENCES "public"."sprints"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wished_people" ADD CONSTRAINT "wished_people_registration" FOREIGN KEY ("community_id","sprint_id","registration_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wished_people" ADD CONSTRAINT "wished_people_other" FOREIGN KEY ("community_id","sprint_id","other_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "place_offers_one_a_person" ON "place_offers" USING btree ("community_id","registration_id") WHERE "place_offers"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "place_offers_open" ON "place_offers" USING btree ("expires_at") WHERE "place_offers"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "registration_reviews_of" ON "registration_reviews" USING btree ("community_id","registration_id");--> statement-breakpoint
SELECT set_config('portolan.action', 'say what people wait for', true);--> statement-breakpoint
UPDATE "registrations" SET "waiting_for" = 'place' WHERE "waiting_since" IS NOT NULL;--> statement-breakpoint
SELECT set_config('portolan.action', '', true);--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_waiting_for" CHECK ("registrations"."waiting_for" in ('review', 'place', 'answer', 'word'));--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_waiting" CHECK (("registrations"."waiting_since" is null) = ("registrations"."waiting_for" is null));--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_mentors_pause" CHECK ("registrations"."paused_at" is null or "registrations"."role" = 'mentor');--> statement-breakpoint
ALTER TABLE "sprints" ADD CONSTRAINT "sprints_offer_hours" CHECK ("sprints"."offer_hours" between 1 and 168);