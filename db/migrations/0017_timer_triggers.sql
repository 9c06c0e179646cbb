-- Whoever changes when an event takes place, whether it does, or when its survey is open, makes the timers look at it again. An update
-- of other columns, such as the seats taken, does not run these triggers.
create function look_at_event_again() returns trigger language plpgsql as $$
begin
  insert into event_timers (event_id, name, due_at)
  values (new.id, 'reminders', '-infinity'), (new.id, 'surveys', '-infinity')
  on conflict (event_id, name) do update set due_at = excluded.due_at;
  return null;
end $$;--> statement-breakpoint
create function look_at_survey_again() returns trigger language plpgsql as $$
begin
  insert into event_timers (event_id, name, due_at) values (new.event_id, 'surveys', '-infinity')
  on conflict (event_id, name) do update set due_at = excluded.due_at;
  return null;
end $$;--> statement-breakpoint
create trigger events_timers_on_insert after insert on events
for each row when (new.status in ('published', 'completed'))
execute function look_at_event_again();--> statement-breakpoint
create trigger events_timers_on_update after update of status, starts_at, ends_at, timezone, reminder_minutes on events
for each row when ((old.status, old.starts_at, old.ends_at, old.timezone, old.reminder_minutes)
  is distinct from (new.status, new.starts_at, new.ends_at, new.timezone, new.reminder_minutes))
execute function look_at_event_again();--> statement-breakpoint
create trigger surveys_timers_on_insert after insert on surveys
for each row execute function look_at_survey_again();--> statement-breakpoint
create trigger surveys_timers_on_update after update of opens_at, closes_at on surveys
for each row when ((old.opens_at, old.closes_at) is distinct from (new.opens_at, new.closes_at))
execute function look_at_survey_again();--> statement-breakpoint
insert into event_timers (event_id, name, due_at)
select id, name, '-infinity' from events cross join (values ('reminders'), ('surveys')) names (name)
where status in ('published', 'completed');
