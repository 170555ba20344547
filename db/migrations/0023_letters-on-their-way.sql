CREATE TABLE "letters" (
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "letters_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" bigint NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT app_now() NOT NULL,
	CONSTRAINT "letters_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
ALTER TABLE "letters" ADD CONSTRAINT "letters_person" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "letters_by_age" ON "letters" USING btree ("written_at");