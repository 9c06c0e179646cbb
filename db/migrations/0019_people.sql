ALTER TYPE "public"."member_role" ADD VALUE 'viewer' BEFORE 'door_staff';--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "invited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "search_text" text;--> statement-breakpoint
-- What search compares, as lib/platform/search-text.ts makes it. Guests are the many: no row of theirs calls it.
CREATE FUNCTION set_person_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  new.search_text := case when new.email_verified_at is not null or new.invited_at is not null
      or new.disabled_at is not null or new.role <> 'attendee' or new.department_source <> 'self'
    then ' ' || replace(replace(translate(lower(regexp_replace(normalize(new.name, NFKD), '[\u0300-\u036f]', '', 'g')),
      'łøı', 'loi'), 'ß', 'ss'), 'æ', 'ae') || ' ' || new.email end;
  return new;
end $$;--> statement-breakpoint
CREATE TRIGGER users_search_text_of_new BEFORE INSERT ON "users" FOR EACH ROW
  WHEN (new.email_verified_at is not null or new.invited_at is not null or new.disabled_at is not null
    or new.role <> 'attendee' or new.department_source <> 'self')
  EXECUTE FUNCTION set_person_search_text();--> statement-breakpoint
CREATE TRIGGER users_search_text BEFORE UPDATE OF "name", "email", "email_verified_at", "invited_at", "disabled_at", "role",
  "department_source" ON "users" FOR EACH ROW EXECUTE FUNCTION set_person_search_text();--> statement-breakpoint
UPDATE "users" SET "name" = "name" WHERE "email_verified_at" is not null or "role" <> 'attendee';
