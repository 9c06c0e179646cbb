ALTER TABLE "registrations" DROP CONSTRAINT "registrations_person_or_party";--> statement-breakpoint
-- Wider than the former one, so every row holds it: no need to look at them while others wait.
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_person_or_party" CHECK ("registrations"."user_id" is null or "registrations"."party_of" is null) NOT VALID;--> statement-breakpoint
DROP INDEX IF EXISTS "audit_log_event_idx";--> statement-breakpoint
DROP INDEX IF EXISTS "audit_log_actor_idx";--> statement-breakpoint
DROP INDEX IF EXISTS "audit_log_subject_idx";--> statement-breakpoint
DROP INDEX IF EXISTS "audit_log_action_idx";--> statement-breakpoint
DROP INDEX IF EXISTS "audit_log_at_idx";--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "names_removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "surveys" ADD COLUMN "names_cut_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "events_named_idx" ON "events" USING btree ("ends_at","id") WHERE "events"."names_removed_at" is null;--> statement-breakpoint

-- The audit log only grows. The two functions below are the one way to change it, each for its purpose.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('turnout.audit_retention', true), '') <> 'on' then
    raise exception 'entries of audit_log are neither changed nor deleted' using errcode = 'insufficient_privilege';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;--> statement-breakpoint
create trigger audit_log_only_grows before update or delete on audit_log
for each row execute function refuse_audit_change();--> statement-breakpoint
create trigger audit_log_is_not_emptied before truncate on audit_log
for each statement execute function refuse_audit_change();--> statement-breakpoint

-- Deletes at most so many of the entries before this instant, the oldest first, and returns how many.
create function purge_audit_log(before timestamptz, most integer) returns integer
language plpgsql as $$
declare
  purged integer;
begin
  perform set_config('turnout.audit_retention', 'on', true);
  delete from audit_log where id = any(array(
    select id from audit_log where at < before order by at limit most
  ));
  get diagnostics purged = row_count;
  perform set_config('turnout.audit_retention', '', true);
  return purged;
end $$;--> statement-breakpoint

-- An entry's details with whatever has one of these names in it struck out.
create function erased_detail(detail jsonb, names text[]) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(key, case
    when exists (select from unnest(names) name where position(lower(name) in lower(value::text)) > 0) then '"[erased]"'::jsonb
    else value end), '{}')
  from jsonb_each(detail)
$$;--> statement-breakpoint

-- Takes these names and addresses out of the entries by and about a person (`about`: their id and those of their registrations) and of
-- the events that they registered for; about them, also what was said in free words.
create function erase_from_audit_log(about uuid[], of_events uuid[], names text[]) returns integer
language plpgsql as $$
declare
  erased integer;
begin
  perform set_config('turnout.audit_retention', 'on', true);
  update audit_log set detail = erased_detail(detail, names)
  where detail <> '{}' and (actor_id = any(about) or subject_id = any(about) or event_id = any(of_events))
    and detail <> erased_detail(detail, names);
  get diagnostics erased = row_count;
  update audit_log set detail = detail - 'reason' where subject_id = any(about) and detail ? 'reason';
  perform set_config('turnout.audit_retention', '', true);
  return erased;
end $$;
