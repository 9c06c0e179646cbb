CREATE INDEX "announcements_author_idx" ON "announcements" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "door_links_creator_idx" ON "door_links" USING btree ("created_by");