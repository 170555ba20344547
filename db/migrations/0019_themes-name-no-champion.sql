ALTER TABLE "themes" DROP CONSTRAINT "themes_champion";
--> statement-breakpoint
DROP INDEX "themes_of_champion";--> statement-breakpoint
ALTER TABLE "themes" DROP COLUMN "champion_id";