CREATE TYPE "public"."event_approval" AS ENUM('none', 'holds_seat', 'holds_no_seat');--> statement-breakpoint
CREATE TYPE "public"."event_eligibility" AS ENUM('everyone', 'departments', 'invitation');--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'registration_pending' BEFORE 'ticket_resent';--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'registration_declined' BEFORE 'ticket_resent';--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'ticket_received' BEFORE 'ticket_resent';--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'ticket_passed_on' BEFORE 'ticket_resent';--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'seat_released' BEFORE 'ticket_resent';--> statement-breakpoint
ALTER TYPE "public"."registration_status" ADD VALUE 'pending';--> statement-breakpoint
ALTER TABLE "registrations" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "approval" "event_approval" DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "eligibility" "event_eligibility" DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "eligible_departments" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "invitation_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "confirm_within_minutes" integer;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "guests_per_person" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "party_of" uuid;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "pending_holds_seat" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "confirm_by" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_event_id_party_of_registrations_event_id_id_fk" FOREIGN KEY ("event_id","party_of") REFERENCES "public"."registrations"("event_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registrations_party_idx" ON "registrations" USING btree ("event_id","party_of") WHERE "registrations"."party_of" is not null;--> statement-breakpoint
CREATE INDEX "registrations_confirm_by_idx" ON "registrations" USING btree ("confirm_by") WHERE "registrations"."confirm_by" is not null;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_guests_per_person" CHECK ("events"."guests_per_person" between 0 and 20);--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_confirm_within_positive" CHECK ("events"."confirm_within_minutes" > 0);--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_person_or_party" CHECK (("registrations"."user_id" is null) = ("registrations"."party_of" is not null));--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_only_pending_hold" CHECK (not "registrations"."pending_holds_seat" or "registrations"."status" not in ('confirmed', 'waitlisted', 'cancelled'));--> statement-breakpoint
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_only_confirmed_confirm" CHECK ("registrations"."confirm_by" is null or "registrations"."status" = 'confirmed');