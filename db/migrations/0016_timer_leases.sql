CREATE TABLE "fan_outs" (
	"event_id" uuid NOT NULL,
	"about" text NOT NULL,
	"kind" "message_kind" NOT NULL,
	"priority" smallint NOT NULL,
	"moment" timestamp with time zone NOT NULL,
	"minutes" integer,
	"announcement_id" uuid,
	"former_plan" jsonb,
	"until" timestamp with time zone,
	"is_caught_up" boolean DEFAULT false NOT NULL,
	"after_updated_at" timestamp with time zone DEFAULT '-infinity' NOT NULL,
	"after_id" uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "fan_outs_event_id_about_pk" PRIMARY KEY("event_id","about")
);
--> statement-breakpoint
CREATE TABLE "event_timers" (
	"event_id" uuid NOT NULL,
	"name" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_timers_event_id_name_pk" PRIMARY KEY("event_id","name")
);
--> statement-breakpoint
CREATE TABLE "timer_leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" uuid,
	"leased_until" timestamp with time zone,
	"last_success_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "fan_outs" ADD CONSTRAINT "fan_outs_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_timers" ADD CONSTRAINT "event_timers_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fan_outs_kind_idx" ON "fan_outs" USING btree ("kind","until");--> statement-breakpoint
CREATE INDEX "fan_outs_unfinished_idx" ON "fan_outs" USING btree ("kind","created_at") WHERE not "fan_outs"."is_caught_up";--> statement-breakpoint
CREATE INDEX "event_timers_due_idx" ON "event_timers" USING btree ("name","due_at");