CREATE TYPE "public"."address_fault" AS ENUM('bounced', 'complained');--> statement-breakpoint
CREATE TYPE "public"."mail_topic" AS ENUM('reminders', 'announcements', 'surveys');--> statement-breakpoint
CREATE TABLE "mail_opt_outs" (
	"user_id" uuid NOT NULL,
	"topic" "mail_topic" NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_opt_outs_user_id_topic_pk" PRIMARY KEY("user_id","topic")
);
--> statement-breakpoint
CREATE TABLE "mail_service" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"rate_per_second" double precision,
	"next_send_at" timestamp with time zone DEFAULT 'epoch' NOT NULL,
	"rests_until" timestamp with time zone,
	"rest_reason" text,
	CONSTRAINT "mail_service_one_row" CHECK ("mail_service"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "undeliverable_addresses" (
	"email" text PRIMARY KEY NOT NULL,
	"fault" "address_fault" NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
DROP INDEX "outbox_dead_idx";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "reminder_minutes" integer[] DEFAULT '{1440,120}' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "former_plan" jsonb;--> statement-breakpoint
ALTER TABLE "mail_opt_outs" ADD CONSTRAINT "mail_opt_outs_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_dead_idx" ON "outbox" USING btree ("created_at","id") WHERE "outbox"."status" = 'dead';--> statement-breakpoint
INSERT INTO "mail_service" DEFAULT VALUES;
