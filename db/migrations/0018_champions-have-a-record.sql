-- Whoever is named on a theme carries it from now on. Nobody wrote down who asked them, or when.
SELECT set_config('portolan.action', 'record champions', true);
--> statement-breakpoint
INSERT INTO champions (community_id, theme_id, person_id)
SELECT community_id, id, champion_id FROM themes WHERE champion_id IS NOT NULL AND deleted_at IS NULL;
