ALTER TABLE "users" ADD COLUMN "erasing_at" timestamp with time zone;
