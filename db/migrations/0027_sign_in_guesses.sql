CREATE TABLE "sign_in_guesses" (
	"account" text NOT NULL,
	"source" text NOT NULL,
	"guesses" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sign_in_guesses_account_source_pk" PRIMARY KEY("account","source")
);
--> statement-breakpoint
ALTER TABLE "sign_in_codes" ADD COLUMN "network" text;--> statement-breakpoint
CREATE INDEX "sign_in_guesses_started_idx" ON "sign_in_guesses" USING btree ("started_at");