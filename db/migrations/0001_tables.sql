CREATE TABLE "audit_rows" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "audit_rows_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint,
	"actor_id" bigint,
	"action" text NOT NULL,
	"object" text NOT NULL,
	"object_key" text,
	"outcome" text NOT NULL,
	"rev" bigint,
	"before" jsonb,
	"after" jsonb,
	"because" text,
	"request_id" text,
	"at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "audit_rows_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "awaited_questions" (
	"community_id" bigint NOT NULL,
	"task_id" bigint NOT NULL,
	"question_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "awaited_questions_community_id_task_id_question_id_pk" PRIMARY KEY("community_id","task_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "check_ins_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"pair_id" bigint NOT NULL,
	"author_id" bigint NOT NULL,
	"mood" text NOT NULL,
	"blocks" text DEFAULT '' NOT NULL,
	"next_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "check_ins_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "check_ins_mood" CHECK ("check_ins"."mood" in ('well', 'slow', 'stuck'))
);
--> statement-breakpoint
CREATE TABLE "claim_endings" (
	"community_id" bigint NOT NULL,
	"claim_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"ended_by" bigint,
	"ended_at" timestamp with time zone NOT NULL,
	CONSTRAINT "claim_endings_community_id_claim_id_pk" PRIMARY KEY("community_id","claim_id"),
	CONSTRAINT "claim_endings_reason" CHECK ("claim_endings"."reason" in ('released', 'finished', 'expired', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "claims_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"task_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"slot" smallint NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "claims_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "claims_ended" UNIQUE("community_id","id","ended_at"),
	CONSTRAINT "claims_slot" CHECK ("claims"."slot" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "communities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"roadmap_title" text DEFAULT '' NOT NULL,
	"roadmap_intro" text DEFAULT '' NOT NULL,
	"last_task_number" integer DEFAULT 0 NOT NULL,
	"last_question_number" integer DEFAULT 0 NOT NULL,
	"active_claims" smallint DEFAULT 2 NOT NULL,
	"claim_hours" smallint DEFAULT 72 NOT NULL,
	"example" boolean DEFAULT false NOT NULL,
	"rev" bigint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "communities_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "communities_slug" UNIQUE("slug"),
	CONSTRAINT "communities_active_claims" CHECK ("communities"."active_claims" between 1 and 5),
	CONSTRAINT "communities_claim_hours" CHECK ("communities"."claim_hours" between 1 and 720)
);
--> statement-breakpoint
CREATE TABLE "decisions" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "decisions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"question_id" bigint NOT NULL,
	"answer" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"rejected" text DEFAULT '' NOT NULL,
	"decided_by" bigint,
	"decided_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "decisions_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "decisions_one_a_question" UNIQUE("community_id","question_id")
);
--> statement-breakpoint
CREATE TABLE "dependencies" (
	"community_id" bigint NOT NULL,
	"task_id" bigint NOT NULL,
	"blocked_by_id" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "dependencies_community_id_task_id_blocked_by_id_pk" PRIMARY KEY("community_id","task_id","blocked_by_id"),
	CONSTRAINT "dependencies_not_itself" CHECK ("dependencies"."task_id" <> "dependencies"."blocked_by_id")
);
--> statement-breakpoint
CREATE TABLE "kept_forms" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "kept_forms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"path" text NOT NULL,
	"fields" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_forms_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "kept_forms_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "mailbox" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "mailbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "mailbox_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"community_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"role" text DEFAULT 'member' NOT NULL,
	"joined_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"left_at" timestamp with time zone,
	CONSTRAINT "memberships_community_id_person_id_pk" PRIMARY KEY("community_id","person_id"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('organizer', 'member'))
);
--> statement-breakpoint
CREATE TABLE "pair_endings" (
	"community_id" bigint NOT NULL,
	"pair_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"ended_by" bigint,
	"ended_at" timestamp with time zone NOT NULL,
	CONSTRAINT "pair_endings_community_id_pair_id_pk" PRIMARY KEY("community_id","pair_id"),
	CONSTRAINT "pair_endings_reason" CHECK ("pair_endings"."reason" in ('finished', 'handed_over', 'newcomer_left', 'mentor_left', 'not_a_fit'))
);
--> statement-breakpoint
CREATE TABLE "pairs" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "pairs_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"newcomer_id" bigint NOT NULL,
	"mentor_id" bigint NOT NULL,
	"seat" smallint NOT NULL,
	"proposed_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"active_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "pairs_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "pairs_ended" UNIQUE("community_id","id","ended_at"),
	CONSTRAINT "pairs_seat" CHECK ("pairs"."seat" between 1 and 4),
	CONSTRAINT "pairs_two_people" CHECK ("pairs"."newcomer_id" <> "pairs"."mentor_id")
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "people_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"email" text NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "people_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "pillars" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "pillars_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"theme_id" bigint NOT NULL,
	"title" text NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"position" text COLLATE "C" NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "pillars_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "pillars_in_theme" UNIQUE("community_id","theme_id","id"),
	CONSTRAINT "pillars_place" UNIQUE("community_id","theme_id","position")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "questions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"theme_id" bigint NOT NULL,
	"title" text NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"owner_id" bigint,
	"position" text COLLATE "C" NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "questions_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "questions_number" UNIQUE("community_id","number"),
	CONSTRAINT "questions_place" UNIQUE("community_id","theme_id","position")
);
--> statement-breakpoint
CREATE TABLE "registrations" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "registrations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"role" text NOT NULL,
	"days" date[] NOT NULL,
	"attendance" text NOT NULL,
	"time_zone" text NOT NULL,
	"weekly_hours" jsonb NOT NULL,
	"languages" text[] NOT NULL,
	"skills" text[] NOT NULL,
	"wants_to_learn" text[] NOT NULL,
	"first_time" boolean DEFAULT false NOT NULL,
	"seats" smallint,
	"mentor_hours" smallint,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"rev" smallint DEFAULT 1 NOT NULL,
	CONSTRAINT "registrations_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "registrations_one_a_person" UNIQUE("community_id","sprint_id","person_id"),
	CONSTRAINT "registrations_in_sprint" UNIQUE("community_id","sprint_id","id"),
	CONSTRAINT "registrations_role" CHECK ("registrations"."role" in ('newcomer', 'mentor')),
	CONSTRAINT "registrations_attendance" CHECK ("registrations"."attendance" in ('on_site', 'online')),
	CONSTRAINT "registrations_seats" CHECK ("registrations"."seats" between 1 and 4),
	CONSTRAINT "registrations_mentor" CHECK (("registrations"."role" = 'mentor') = ("registrations"."seats" is not null))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text NOT NULL,
	"person_id" bigint NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "sessions_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "setup_links" (
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "setup_links_token_hash_pk" PRIMARY KEY("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sign_in_links" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_links_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"asked_from" text NOT NULL,
	"next" text DEFAULT '/' NOT NULL,
	"kept_form_id" bigint,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "sign_in_links_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "sign_in_links_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "sprints" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "sprints_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"day_starts" time NOT NULL,
	"day_ends" time NOT NULL,
	"time_zone" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"online" boolean DEFAULT false NOT NULL,
	"capacity" integer,
	"bring" text DEFAULT '' NOT NULL,
	"giving" text DEFAULT '' NOT NULL,
	"code_of_conduct" text DEFAULT '' NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "sprints_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "sprints_slug" UNIQUE("community_id","slug"),
	CONSTRAINT "sprints_days" CHECK ("sprints"."ends_on" >= "sprints"."starts_on"),
	CONSTRAINT "sprints_hours" CHECK ("sprints"."day_ends" > "sprints"."day_starts"),
	CONSTRAINT "sprints_capacity" CHECK ("sprints"."capacity" > 0)
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "tasks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"number" integer NOT NULL,
	"theme_id" bigint NOT NULL,
	"pillar_id" bigint,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"size_minutes" integer,
	"goal" text DEFAULT '' NOT NULL,
	"start" text DEFAULT '' NOT NULL,
	"done_when" text DEFAULT '' NOT NULL,
	"verify" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"mentor_id" bigint,
	"divided_from_id" bigint,
	"position" text COLLATE "C" NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"checked_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"finished_at" timestamp with time zone,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "tasks_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "tasks_number" UNIQUE("community_id","number"),
	CONSTRAINT "tasks_place" UNIQUE NULLS NOT DISTINCT("community_id","theme_id","pillar_id","position"),
	CONSTRAINT "tasks_kind" CHECK ("tasks"."kind" in ('code', 'docs', 'triage', 'reproduce', 'verify', 'review', 'research', 'experiment', 'design')),
	CONSTRAINT "tasks_size" CHECK ("tasks"."size_minutes" > 0)
);
--> statement-breakpoint
CREATE TABLE "themes" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "themes_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"why" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'exploring' NOT NULL,
	"champion_id" bigint,
	"position" text COLLATE "C" NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"deleted_at" timestamp with time zone,
	"deleted_by" bigint,
	CONSTRAINT "themes_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "themes_slug" UNIQUE("community_id","slug"),
	CONSTRAINT "themes_place" UNIQUE("community_id","position"),
	CONSTRAINT "themes_state" CHECK ("themes"."state" in ('idea', 'exploring', 'active', 'parked', 'done'))
);
--> statement-breakpoint
CREATE TABLE "wished_themes" (
	"community_id" bigint NOT NULL,
	"registration_id" bigint NOT NULL,
	"theme_id" bigint NOT NULL,
	"rank" smallint NOT NULL,
	CONSTRAINT "wished_themes_community_id_registration_id_theme_id_pk" PRIMARY KEY("community_id","registration_id","theme_id"),
	CONSTRAINT "wished_themes_rank" UNIQUE("community_id","registration_id","rank")
);
--> statement-breakpoint
ALTER TABLE "awaited_questions" ADD CONSTRAINT "awaited_questions_task" FOREIGN KEY ("community_id","task_id") REFERENCES "public"."tasks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "awaited_questions" ADD CONSTRAINT "awaited_questions_question" FOREIGN KEY ("community_id","question_id") REFERENCES "public"."questions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_pair" FOREIGN KEY ("community_id","pair_id") REFERENCES "public"."pairs"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_author" FOREIGN KEY ("community_id","author_id") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_endings" ADD CONSTRAINT "claim_endings_claim" FOREIGN KEY ("community_id","claim_id","ended_at") REFERENCES "public"."claims"("community_id","id","ended_at") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_endings" ADD CONSTRAINT "claim_endings_by" FOREIGN KEY ("community_id","ended_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_task" FOREIGN KEY ("community_id","task_id") REFERENCES "public"."tasks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_question" FOREIGN KEY ("community_id","question_id") REFERENCES "public"."questions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decider" FOREIGN KEY ("community_id","decided_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_task" FOREIGN KEY ("community_id","task_id") REFERENCES "public"."tasks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dependencies" ADD CONSTRAINT "dependencies_blocked_by" FOREIGN KEY ("community_id","blocked_by_id") REFERENCES "public"."tasks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_endings" ADD CONSTRAINT "pair_endings_pair" FOREIGN KEY ("community_id","pair_id","ended_at") REFERENCES "public"."pairs"("community_id","id","ended_at") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_endings" ADD CONSTRAINT "pair_endings_by" FOREIGN KEY ("community_id","ended_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_newcomer" FOREIGN KEY ("community_id","sprint_id","newcomer_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pairs" ADD CONSTRAINT "pairs_mentor" FOREIGN KEY ("community_id","sprint_id","mentor_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pillars" ADD CONSTRAINT "pillars_theme" FOREIGN KEY ("community_id","theme_id") REFERENCES "public"."themes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_theme" FOREIGN KEY ("community_id","theme_id") REFERENCES "public"."themes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_owner" FOREIGN KEY ("community_id","owner_id") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_deleted_by" FOREIGN KEY ("community_id","deleted_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_sprint" FOREIGN KEY ("community_id","sprint_id") REFERENCES "public"."sprints"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_kept_form" FOREIGN KEY ("kept_form_id") REFERENCES "public"."kept_forms"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sprints" ADD CONSTRAINT "sprints_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_theme" FOREIGN KEY ("community_id","theme_id") REFERENCES "public"."themes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_pillar" FOREIGN KEY ("community_id","theme_id","pillar_id") REFERENCES "public"."pillars"("community_id","theme_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_mentor" FOREIGN KEY ("community_id","mentor_id") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_divided_from" FOREIGN KEY ("community_id","divided_from_id") REFERENCES "public"."tasks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_deleted_by" FOREIGN KEY ("community_id","deleted_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_community" FOREIGN KEY ("community_id") REFERENCES "public"."communities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_champion" FOREIGN KEY ("community_id","champion_id") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_deleted_by" FOREIGN KEY ("community_id","deleted_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wished_themes" ADD CONSTRAINT "wished_themes_registration" FOREIGN KEY ("community_id","registration_id") REFERENCES "public"."registrations"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wished_themes" ADD CONSTRAINT "wished_themes_theme" FOREIGN KEY ("community_id","theme_id") REFERENCES "public"."themes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_rows_of_community" ON "audit_rows" USING btree ("community_id","id");--> statement-breakpoint
CREATE INDEX "audit_rows_of_object" ON "audit_rows" USING btree ("object","object_key");--> statement-breakpoint
CREATE INDEX "awaited_questions_who_waits" ON "awaited_questions" USING btree ("community_id","question_id");--> statement-breakpoint
CREATE INDEX "check_ins_of_pair" ON "check_ins" USING btree ("community_id","pair_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "claims_one_a_task" ON "claims" USING btree ("community_id","task_id") WHERE "claims"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "claims_one_a_slot" ON "claims" USING btree ("community_id","person_id","slot") WHERE "claims"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "claims_of_task" ON "claims" USING btree ("community_id","task_id","claimed_at");--> statement-breakpoint
CREATE INDEX "claims_of_person" ON "claims" USING btree ("community_id","person_id","claimed_at");--> statement-breakpoint
CREATE INDEX "dependencies_who_waits" ON "dependencies" USING btree ("community_id","blocked_by_id");--> statement-breakpoint
CREATE INDEX "memberships_of_person" ON "memberships" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pairs_one_a_newcomer" ON "pairs" USING btree ("community_id","sprint_id","newcomer_id") WHERE "pairs"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "pairs_one_a_seat" ON "pairs" USING btree ("community_id","sprint_id","mentor_id","seat") WHERE "pairs"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "questions_of_owner" ON "questions" USING btree ("community_id","owner_id");--> statement-breakpoint
CREATE INDEX "registrations_of_person" ON "registrations" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sign_in_links_by_email" ON "sign_in_links" USING btree ("email","created_at");--> statement-breakpoint
CREATE INDEX "sign_in_links_by_address" ON "sign_in_links" USING btree ("asked_from","created_at");--> statement-breakpoint
CREATE INDEX "tasks_of_mentor" ON "tasks" USING btree ("community_id","mentor_id");--> statement-breakpoint
CREATE INDEX "themes_of_champion" ON "themes" USING btree ("community_id","champion_id");--> statement-breakpoint
CREATE INDEX "wished_themes_of_theme" ON "wished_themes" USING btree ("community_id","theme_id");