CREATE TABLE "pair_answers" (
	"community_id" bigint NOT NULL,
	"pair_id" bigint NOT NULL,
	"side" text NOT NULL,
	"answer" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"answered_by" bigint NOT NULL,
	"answered_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "pair_answers_community_id_pair_id_side_pk" PRIMARY KEY("community_id","pair_id","side"),
	CONSTRAINT "pair_answers_side" CHECK ("pair_answers"."side" in ('newcomer', 'mentor')),
	CONSTRAINT "pair_answers_answer" CHECK ("pair_answers"."answer" in ('accepted', 'declined'))
);
--> statement-breakpoint
CREATE TABLE "pair_reminders" (
	"community_id" bigint NOT NULL,
	"pair_id" bigint NOT NULL,
	"side" text NOT NULL,
	"reminded_by" bigint,
	"reminded_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "pair_reminders_community_id_pair_id_side_pk" PRIMARY KEY("community_id","pair_id","side"),
	CONSTRAINT "pair_reminders_side" CHECK ("pair_reminders"."side" in ('newcomer', 'mentor'))
);
--> statement-breakpoint
CREATE TABLE "plan_steps" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "plan_steps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"rev" integer NOT NULL,
	"deed" text NOT NULL,
	"change" jsonb NOT NULL,
	"made_by" bigint,
	"made_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "plan_steps_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "plan_steps_deed" CHECK ("plan_steps"."deed" in ('run', 'move', 'wait', 'fix', 'forbid', 'unrule', 'propose'))
);
--> statement-breakpoint
ALTER TABLE "pair_endings" DROP CONSTRAINT "pair_endings_reason";--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "published_by" bigint;--> statement-breakpoint
ALTER TABLE "pair_answers" ADD CONSTRAINT "pair_answers_pair" FOREIGN KEY ("community_id","pair_id") REFERENCES "public"."pairs"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_answers" ADD CONSTRAINT "pair_answers_by" FOREIGN KEY ("community_id","answered_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_reminders" ADD CONSTRAINT "pair_reminders_pair" FOREIGN KEY ("community_id","pair_id") REFERENCES "public"."pairs"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_reminders" ADD CONSTRAINT "pair_reminders_by" FOREIGN KEY ("community_id","reminded_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_sprint" FOREIGN KEY ("community_id","sprint_id") REFERENCES "public"."sprints"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_steps" ADD CONSTRAINT "plan_steps_by" FOREIGN KEY ("community_id","made_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_steps_of_sprint" ON "plan_steps" USING btree ("community_id","sprint_id","rev");--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_publisher" FOREIGN KEY ("community_id","published_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_endings" ADD CONSTRAINT "pair_endings_reason" CHECK ("pair_endings"."reason" in ('finished', 'handed_over', 'newcomer_left', 'mentor_left', 'not_a_fit', 'declined'));