CREATE TABLE "blocks" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "blocks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"pair_id" bigint,
	"title" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"done_when" text DEFAULT '' NOT NULL,
	"made_by" bigint,
	"created_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "blocks_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "blocks_order" CHECK ("blocks"."ends_at" > "blocks"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "kept_apart" (
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"registration_id" bigint NOT NULL,
	"other_id" bigint NOT NULL,
	CONSTRAINT "kept_apart_community_id_registration_id_other_id_pk" PRIMARY KEY("community_id","registration_id","other_id"),
	CONSTRAINT "kept_apart_two_people" CHECK ("kept_apart"."registration_id" <> "kept_apart"."other_id")
);
--> statement-breakpoint
CREATE TABLE "pair_rules" (
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"newcomer_id" bigint NOT NULL,
	"mentor_id" bigint NOT NULL,
	"rule" text NOT NULL,
	"made_by" bigint,
	"made_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "pair_rules_community_id_newcomer_id_mentor_id_pk" PRIMARY KEY("community_id","newcomer_id","mentor_id"),
	CONSTRAINT "pair_rules_rule" CHECK ("pair_rules"."rule" in ('fixed', 'forbidden'))
);
--> statement-breakpoint
CREATE TABLE "planned_pairs" (
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"plan_id" bigint NOT NULL,
	"newcomer_id" bigint NOT NULL,
	"mentor_id" bigint NOT NULL,
	"seat" smallint NOT NULL,
	"fit" smallint NOT NULL,
	"reasons" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"by_hand" boolean DEFAULT false NOT NULL,
	CONSTRAINT "planned_pairs_community_id_plan_id_newcomer_id_pk" PRIMARY KEY("community_id","plan_id","newcomer_id"),
	CONSTRAINT "planned_pairs_one_a_seat" UNIQUE("community_id","plan_id","mentor_id","seat"),
	CONSTRAINT "planned_pairs_seat" CHECK ("planned_pairs"."seat" between 1 and 4)
);
--> statement-breakpoint
CREATE TABLE "planned_waits" (
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"plan_id" bigint NOT NULL,
	"newcomer_id" bigint NOT NULL,
	"because" text NOT NULL,
	CONSTRAINT "planned_waits_community_id_plan_id_newcomer_id_pk" PRIMARY KEY("community_id","plan_id","newcomer_id")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "plans_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"sprint_id" bigint NOT NULL,
	"made_by" bigint,
	"made_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"published_at" timestamp with time zone,
	"rev" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plans_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "plans_in_sprint" UNIQUE("community_id","sprint_id","id")
);
--> statement-breakpoint
ALTER TABLE "pairs" ADD COLUMN "reasons" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "waiting_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sprints" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sprints" ADD COLUMN "pair_hours" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "sprints" ADD COLUMN "task_hours" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_sprint" FOREIGN KEY ("community_id","sprint_id") REFERENCES "public"."sprints"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_pair" FOREIGN KEY ("community_id","pair_id") REFERENCES "public"."pairs"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "blocks" ADD CONSTRAINT "blocks_maker" FOREIGN KEY ("community_id","made_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_registration" FOREIGN KEY ("community_id","sprint_id","registration_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_other" FOREIGN KEY ("community_id","sprint_id","other_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_rules" ADD CONSTRAINT "pair_rules_newcomer" FOREIGN KEY ("community_id","sprint_id","newcomer_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_rules" ADD CONSTRAINT "pair_rules_mentor" FOREIGN KEY ("community_id","sprint_id","mentor_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pair_rules" ADD CONSTRAINT "pair_rules_maker" FOREIGN KEY ("community_id","made_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_pairs" ADD CONSTRAINT "planned_pairs_plan" FOREIGN KEY ("community_id","sprint_id","plan_id") REFERENCES "public"."plans"("community_id","sprint_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_pairs" ADD CONSTRAINT "planned_pairs_newcomer" FOREIGN KEY ("community_id","sprint_id","newcomer_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_pairs" ADD CONSTRAINT "planned_pairs_mentor" FOREIGN KEY ("community_id","sprint_id","mentor_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_waits" ADD CONSTRAINT "planned_waits_plan" FOREIGN KEY ("community_id","sprint_id","plan_id") REFERENCES "public"."plans"("community_id","sprint_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "planned_waits" ADD CONSTRAINT "planned_waits_newcomer" FOREIGN KEY ("community_id","sprint_id","newcomer_id") REFERENCES "public"."registrations"("community_id","sprint_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_sprint" FOREIGN KEY ("community_id","sprint_id") REFERENCES "public"."sprints"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_maker" FOREIGN KEY ("community_id","made_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "blocks_of_sprint" ON "blocks" USING btree ("community_id","sprint_id","starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "pair_rules_one_fixed" ON "pair_rules" USING btree ("community_id","newcomer_id") WHERE "pair_rules"."rule" = 'fixed';--> statement-breakpoint
CREATE UNIQUE INDEX "plans_one_draft" ON "plans" USING btree ("community_id","sprint_id") WHERE "plans"."published_at" is null;--> statement-breakpoint
ALTER TABLE "sprints" ADD CONSTRAINT "sprints_costs" CHECK ("sprints"."pair_hours" >= 0 and "sprints"."task_hours" >= 0);