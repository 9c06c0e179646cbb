CREATE TYPE "public"."walk_in_outcome" AS ENUM('admitted', 'already_registered', 'waitlisted', 'full', 'closed');--> statement-breakpoint
CREATE TABLE "door_devices" (
	"event_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"link_id" uuid,
	"user_id" uuid,
	"session_id" uuid,
	"name" text NOT NULL,
	"gate" text,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"clock_offset_ms" integer DEFAULT 0 NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "door_devices_event_id_id_pk" PRIMARY KEY("event_id","id")
);
--> statement-breakpoint
CREATE TABLE "door_links" (
	"event_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	"gate" text,
	"may_override" boolean DEFAULT false NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "door_links_event_id_id_pk" PRIMARY KEY("event_id","id")
);
--> statement-breakpoint
CREATE TABLE "door_undos" (
	"event_id" uuid NOT NULL,
	"undo_id" uuid NOT NULL,
	"registration_id" uuid NOT NULL,
	"device_id" uuid,
	"undone_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "door_undos_event_id_undo_id_pk" PRIMARY KEY("event_id","undo_id")
);
--> statement-breakpoint
CREATE TABLE "walk_ins" (
	"event_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"scan_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"department" text,
	"came_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"is_offline" boolean DEFAULT false NOT NULL,
	"device_id" uuid,
	"outcome" "walk_in_outcome",
	"registration_id" uuid,
	"is_over_capacity" boolean DEFAULT false NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	CONSTRAINT "walk_ins_event_id_id_pk" PRIMARY KEY("event_id","id")
);
--> statement-breakpoint
CREATE TABLE "ticket_keys" (
	"public_key" text PRIMARY KEY NOT NULL,
	"key_id" smallint NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "device_id" uuid;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "override_reason" text;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "is_conflict" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "settled_by" uuid;--> statement-breakpoint
ALTER TABLE "check_ins" ADD COLUMN "undone_by_device" uuid;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "door_note" text;--> statement-breakpoint
ALTER TABLE "door_devices" ADD CONSTRAINT "door_devices_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_devices" ADD CONSTRAINT "door_devices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_devices" ADD CONSTRAINT "door_devices_event_id_link_id_door_links_event_id_id_fk" FOREIGN KEY ("event_id","link_id") REFERENCES "public"."door_links"("event_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_links" ADD CONSTRAINT "door_links_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_links" ADD CONSTRAINT "door_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "door_undos" ADD CONSTRAINT "door_undos_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_ins" ADD CONSTRAINT "walk_ins_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "door_devices_session_idx" ON "door_devices" USING btree ("event_id","session_id") WHERE "door_devices"."session_id" is not null;--> statement-breakpoint
CREATE INDEX "walk_ins_open_idx" ON "walk_ins" USING btree ("event_id","came_at") WHERE "walk_ins"."settled_at" is null and ("walk_ins"."is_over_capacity" or "walk_ins"."is_offline");--> statement-breakpoint
CREATE INDEX "check_ins_conflicts_idx" ON "check_ins" USING btree ("event_id","scanned_at") WHERE "check_ins"."is_conflict";