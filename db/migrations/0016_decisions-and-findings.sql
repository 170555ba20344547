CREATE TABLE "findings" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "findings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"task_id" bigint NOT NULL,
	"question_id" bigint,
	"text" text NOT NULL,
	"written_by" bigint,
	"written_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "findings_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "findings_one_a_task" UNIQUE("community_id","task_id")
);
--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_one_a_question";--> statement-breakpoint
ALTER TABLE "communities" ADD COLUMN "last_decision_number" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "number" integer;--> statement-breakpoint
-- What was decided before is numbered in the order it was decided.
SELECT set_config('portolan.action', 'number decisions', true);--> statement-breakpoint
UPDATE "decisions" d SET "number" = n.number FROM (SELECT id, row_number() OVER (PARTITION BY community_id ORDER BY decided_at, id) AS number FROM "decisions") n WHERE n.id = d.id;--> statement-breakpoint
UPDATE "communities" c SET "last_decision_number" = n.last FROM (SELECT community_id, max("number") AS last FROM "decisions" GROUP BY community_id) n WHERE n.community_id = c.id;--> statement-breakpoint
SELECT set_config('portolan.action', '', true);--> statement-breakpoint
ALTER TABLE "decisions" ALTER COLUMN "number" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "revises_id" bigint;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "revised_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "why_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_task" FOREIGN KEY ("community_id","task_id") REFERENCES "public"."tasks"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_question" FOREIGN KEY ("community_id","question_id") REFERENCES "public"."questions"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_writer" FOREIGN KEY ("community_id","written_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "findings_of_question" ON "findings" USING btree ("community_id","question_id");--> statement-breakpoint
CREATE UNIQUE INDEX "decisions_one_a_question" ON "decisions" USING btree ("community_id","question_id") WHERE "decisions"."revised_at" is null;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_number" UNIQUE("community_id","number");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_of_question" UNIQUE("community_id","question_id","id");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_revised_once" UNIQUE("community_id","revises_id");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_revises" FOREIGN KEY ("community_id","question_id","revises_id") REFERENCES "public"."decisions"("community_id","question_id","id") ON DELETE no action ON UPDATE no action;