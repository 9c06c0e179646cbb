CREATE TYPE "public"."announcement_audience" AS ENUM('confirmed', 'waitlisted', 'checked_in', 'not_checked_in', 'author');--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'announcement';--> statement-breakpoint
CREATE TABLE "announcements" (
	"event_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"audience" "announcement_audience" NOT NULL,
	"department" text,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"send_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"enqueued_at" timestamp with time zone,
	"recipient_count" integer,
	"recalled_at" timestamp with time zone,
	CONSTRAINT "announcements_event_id_id_pk" PRIMARY KEY("event_id","id"),
	CONSTRAINT "announcements_sent_or_recalled" CHECK (("announcements"."enqueued_at" is null or "announcements"."recalled_at" is null)
        and ("announcements"."enqueued_at" is null) = ("announcements"."recipient_count" is null))
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "announcement_id" uuid;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcements" ADD CONSTRAINT "announcements_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcements_list_idx" ON "announcements" USING btree ("event_id","created_at","id") WHERE "announcements"."audience" <> 'author';--> statement-breakpoint
CREATE INDEX "announcements_due_idx" ON "announcements" USING btree ("send_at") WHERE "announcements"."enqueued_at" is null and "announcements"."recalled_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_announcement_idx" ON "outbox" USING btree ("announcement_id","status") WHERE "outbox"."announcement_id" is not null and "outbox"."status" <> 'sent';