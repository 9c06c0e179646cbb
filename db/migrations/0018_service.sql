CREATE TYPE "public"."event_visibility" AS ENUM('public', 'unlisted', 'signed_in', 'departments');--> statement-breakpoint
CREATE TYPE "public"."access_link_kind" AS ENUM('set_up', 'sign_in', 'invitation');--> statement-breakpoint
CREATE TYPE "public"."department_source" AS ENUM('self', 'directory', 'import', 'admin');--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'person_invitation';--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'security_notice';--> statement-breakpoint
ALTER TYPE "public"."message_kind" ADD VALUE 'test_mail';--> statement-breakpoint
CREATE TABLE "categories" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL
);--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"timezone" text DEFAULT 'UTC' NOT NULL,
	"logo_id" text,
	"accent_color" text,
	"privacy_notice" text DEFAULT '' NOT NULL,
	"imprint" text DEFAULT '' NOT NULL,
	"registration_months" integer,
	"audit_months" integer,
	"requires_second_factor" boolean DEFAULT false NOT NULL,
	"set_up_at" timestamp with time zone,
	"checklist_hidden_at" timestamp with time zone,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_one_row" CHECK ("organisation"."id" = 1),
	CONSTRAINT "organisation_accent_color" CHECK ("organisation"."accent_color" ~ '^#[0-9a-f]{6}$'),
	CONSTRAINT "organisation_months" CHECK ("organisation"."registration_months" > 0 and "organisation"."audit_months" > 0)
);--> statement-breakpoint
CREATE TABLE "pictures" (
	"id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "access_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "access_link_kind" NOT NULL,
	"user_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	CONSTRAINT "access_links_set_up_or_person" CHECK (("access_links"."kind" = 'set_up') = ("access_links"."user_id" is null))
);--> statement-breakpoint
CREATE TABLE "departments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"public_key" text NOT NULL,
	"sign_count" bigint DEFAULT 0 NOT NULL,
	"transports" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"name" text NOT NULL,
	"is_backed_up" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone
);--> statement-breakpoint
CREATE TABLE "provider_identities" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "provider_identities_issuer_subject_pk" PRIMARY KEY("issuer","subject")
);--> statement-breakpoint
ALTER TABLE "survey_responses" ALTER COLUMN "user_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "visibility" "event_visibility" DEFAULT 'public' NOT NULL;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "confirm_address_minutes" integer;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "access_link_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "notice" text;--> statement-breakpoint
ALTER TABLE "registrations" ADD COLUMN "is_claimed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "keeps_names" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "ends_at" timestamp with time zone DEFAULT now() + interval '90 days' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_used_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "user_agent" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "proved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "second_factor_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "department_source" "department_source" DEFAULT 'self' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "timezone" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "disabled_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_logo_id_pictures_id_fk" FOREIGN KEY ("logo_id") REFERENCES "public"."pictures"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_links" ADD CONSTRAINT "access_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "provider_identities" ADD CONSTRAINT "provider_identities_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "access_links_one_set_up" ON "access_links" USING btree ("kind") WHERE "access_links"."kind" = 'set_up' and "access_links"."used_at" is null;--> statement-breakpoint
CREATE INDEX "access_links_user_idx" ON "access_links" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "access_links_expires_idx" ON "access_links" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "departments_name_unique" ON "departments" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "passkeys_user_idx" ON "passkeys" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "provider_identities_user_idx" ON "provider_identities" USING btree ("user_id");--> statement-breakpoint
INSERT INTO "categories" ("id", "name", "position") VALUES
	('talk', 'Talk', 1), ('workshop', 'Workshop', 2), ('social', 'Social', 3), ('training', 'Training', 4), ('sports', 'Sports', 5),
	('community', 'Community', 6), ('conference', 'Conference', 7), ('tech', 'Tech', 8), ('other', 'Other', 9);--> statement-breakpoint
INSERT INTO "categories" ("id", "name", "position")
	SELECT DISTINCT "category", initcap("category"), 10 FROM "events" ON CONFLICT DO NOTHING;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_category_categories_id_fk" FOREIGN KEY ("category") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "events" ADD CONSTRAINT "events_confirm_address_positive" CHECK ("events"."confirm_address_minutes" > 0);--> statement-breakpoint
INSERT INTO "organisation" ("id") VALUES (1);--> statement-breakpoint
INSERT INTO "departments" ("id", "name", "created_at")
	SELECT gen_random_uuid(), min(d."name"), now()
	FROM "events" e CROSS JOIN LATERAL jsonb_array_elements_text(e."eligible_departments") AS d("name")
	WHERE d."name" <> '' GROUP BY lower(d."name");
