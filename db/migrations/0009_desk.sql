CREATE TABLE "desk_steps" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "desk_steps_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"community_id" bigint NOT NULL,
	"theme_id" bigint NOT NULL,
	"person_id" bigint NOT NULL,
	"deed" text NOT NULL,
	"about" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "desk_steps_community_id_id_pk" PRIMARY KEY("community_id","id"),
	CONSTRAINT "desk_steps_deed" CHECK ("desk_steps"."deed" in ('save', 'divide', 'merge', 'move'))
);
--> statement-breakpoint
ALTER TABLE "pillars" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "pillars" ADD COLUMN "deleted_by" bigint;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "skills" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "links" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "merged_into_id" bigint;--> statement-breakpoint
ALTER TABLE "desk_steps" ADD CONSTRAINT "desk_steps_theme" FOREIGN KEY ("community_id","theme_id") REFERENCES "public"."themes"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_steps" ADD CONSTRAINT "desk_steps_person" FOREIGN KEY ("community_id","person_id") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_steps_of_person" ON "desk_steps" USING btree ("community_id","theme_id","person_id","id");--> statement-breakpoint
ALTER TABLE "pillars" ADD CONSTRAINT "pillars_deleted_by" FOREIGN KEY ("community_id","deleted_by") REFERENCES "public"."memberships"("community_id","person_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_merged_into" FOREIGN KEY ("community_id","merged_into_id") REFERENCES "public"."tasks"("community_id","id") ON DELETE no action ON UPDATE no action;