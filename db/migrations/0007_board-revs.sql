ALTER TABLE "pillars" ADD COLUMN "placed_rev" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "placed_rev" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "placed_rev" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "order_rev" bigint DEFAULT 0 NOT NULL;