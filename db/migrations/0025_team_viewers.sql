ALTER TABLE "event_members" ADD COLUMN "accepted_at" timestamp with time zone;--> statement-breakpoint
UPDATE "event_members" SET "accepted_at" = "created_at";
