CREATE TABLE "champion_answers" (
	"community_id" bigint NOT NULL,
	"offer_id" bigint NOT NULL,
	"answer" text NOT NULL,
	"answered_by" bigint NOT NULL,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "champion_answers_community_id_offer_id_pk" PRIMARY KEY("community_id","offer_id"),
	CONSTRAINT "champion_answers_answer" CHECK ("champion_answers"."answer" in ('accepted', 'declined', 'withdrawn', 'lapsed'))
);
--> statement-breakpoint
CREATE TABLE "champion_endings" (
	"community_id" bigint NOT NULL,
	"champion_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"ended_by" bigint NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	CONSTRAINT "champion_endings_community_id_champion_id_pk" PRIMARY KEY("community_id","champion_id"),
	CONSTRAINT "champion_endings_reason" CHECK ("champion_endings"."reason" in ('stepped_back', 'relieved', 'left'))
);
--> statement-breakpoint
CREATE TABLE "champion_offers" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "champion_offers_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"theme_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"offered_by" bigint NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"offered_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"answered_at" timestamp with time zone,
	CONSTRAINT "champion_offers_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "champion_offers_answered" UNIQUE("community_id","id","answered_at")
);
--> statement-breakpoint
CREATE TABLE "champions" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "champions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"theme_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"since" timestamp with time zone DEFAULT app_now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "champions_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "champions_ended" UNIQUE("community_id","id","ended_at")
);
--> statement-breakpoint
CREATE TABLE "preparation_endings" (
	"community_id" bigint NOT NULL,
	"preparation_id" bigint NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"ended_by" bigint,
	"ended_at" timestamp with time zone NOT NULL,
	CONSTRAINT "preparation_endings_community_id_preparation_id_pk" PRIMARY KEY("community_id","preparation_id"),
	CONSTRAINT "preparation_endings_reason" CHECK ("preparation_endings"."reason" in ('released', 'finished', 'expired', 'removed'))
);
--> statement-breakpoint
CREATE TABLE "preparations" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "preparations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"kind" text NOT NULL,
	"theme_id" bigint NOT NULL,
	"task_id" bigint,
	"question_id" bigint,
	"sprint_id" bigint,
	"person_id" bigint NOT NULL,
	"slot" smallint NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "preparations_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "preparations_ended" UNIQUE("community_id","id","ended_at"),
	CONSTRAINT "preparations_kind" CHECK ("preparations"."kind" in ('task', 'split', 'answer', 'mentor')),
	CONSTRAINT "preparations_of_task" CHECK (("preparations"."kind" = 'task') = ("preparations"."task_id" is not null)),
	CONSTRAINT "preparations_of_question" CHECK (("preparations"."kind" = 'answer') = ("preparations"."question_id" is not null)),
	CONSTRAINT "preparations_of_sprint" CHECK (("preparations"."kind" = 'mentor') = ("preparations"."sprint_id" is not null)),
	CONSTRAINT "preparations_slot" CHECK ("preparations"."slot" between 1 and 2)
);
--> statement-breakpoint
ALTER TABLE "champion_answers" ADD CONSTRAINT "champion_answers_offer" FOREIGN KEY ("community_id","offer_id","answered_at") REFERENCES "public"."champion_offers"("community_id","id","answered_at") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "champion_answers" ADD CONSTRAINT "champion_answers_by" FOREIGN KEY ("community_id","answered_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "champion_endings" ADD CONSTRAINT "champion_endings_champion" FOREIGN KEY ("community_id","champion_id","ended_at") REFERENCES "public"."champions"("community_id","id","ended_at") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "champion_endings" ADD CONSTRAINT "champion_endings_by" FOREIGN KEY ("community_id","ended_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "champion_offers" ADD CONSTRAINT "champion_offers_theme" FOREIGN KEY ("community_id","theme_id") REFERENCES "public"."themes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "champion_offers" ADD CONSTRAINT "champion_offers_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "champion_offers" ADD CONSTRAINT "champion_offers_by" FOREIGN KEY ("community_id","offered_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "champions" ADD CONSTRAINT "champions_theme" FOREIGN KEY ("community_id","theme_id") REFERENCES "public"."themes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "champions" ADD CONSTRAINT "champions_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation_endings" ADD CONSTRAINT "preparation_endings_preparation" FOREIGN KEY ("community_id","preparation_id","ended_at") REFERENCES "public"."preparations"("community_id","id","ended_at") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparation_endings" ADD CONSTRAINT "preparation_endings_by" FOREIGN KEY ("community_id","ended_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparations" ADD CONSTRAINT "preparations_theme" FOREIGN KEY ("community_id","theme_id") REFERENCES "public"."themes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparations" ADD CONSTRAINT "preparations_task" FOREIGN KEY ("community_id","task_id") REFERENCES "public"."tasks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparations" ADD CONSTRAINT "preparations_question" FOREIGN KEY ("community_id","question_id") REFERENCES "public"."questions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparations" ADD CONSTRAINT "preparations_sprint" FOREIGN KEY ("community_id","sprint_id") REFERENCES "public"."sprints"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "preparations" ADD CONSTRAINT "preparations_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "champion_offers_one_open" ON "champion_offers" USING btree ("community_id","theme_id","person_id") WHERE "champion_offers"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "champion_offers_of_person" ON "champion_offers" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "champions_one_a_theme" ON "champions" USING btree ("community_id","theme_id") WHERE "champions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "champions_of_person" ON "champions" USING btree ("community_id","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "preparations_one_a_task" ON "preparations" USING btree ("community_id","task_id") WHERE "preparations"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "preparations_one_a_question" ON "preparations" USING btree ("community_id","question_id") WHERE "preparations"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "preparations_one_a_theme" ON "preparations" USING btree ("community_id","theme_id","kind") WHERE "preparations"."ended_at" is null and "preparations"."kind" in ('split', 'mentor');--> statement-breakpoint
CREATE UNIQUE INDEX "preparations_one_a_slot" ON "preparations" USING btree ("community_id","person_id","slot") WHERE "preparations"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "preparations_of_task" ON "preparations" USING btree ("community_id","task_id");--> statement-breakpoint
CREATE INDEX "preparations_of_person" ON "preparations" USING btree ("community_id","person_id","claimed_at");