-- The counters of dashboards follow their rows by triggers, one run a statement however many rows it writes, in the transaction of
-- whatever writes them. docs/decisions/dashboard-counters.md says why.
create type registration_change as (
  event_id uuid, status registration_status, department text, registered timestamptz, cancelled timestamptz,
  checked_in timestamptz, n int
);--> statement-breakpoint
create function arrival_slot_of(at timestamptz) returns timestamptz language sql immutable as $$
  select date_bin('5 minutes', at, '2000-01-01Z')
$$;--> statement-breakpoint
-- Midnight is between two quarters of an hour in every zone.
create function quarter_of(at timestamptz) returns timestamptz language sql immutable as $$
  select date_bin('15 minutes', at, '2000-01-01Z')
$$;--> statement-breakpoint

-- What changes of registrations add to each kind of counter.
create function counters_of(
  changes registration_change[],
  out by_event registration_counters[], out by_department department_counters[], out by_slot slot_counters[]
)
language plpgsql stable as $$
begin
  by_event := array(
    select row(event_id, null,
      coalesce(sum(n) filter (where status = 'confirmed'), 0),
      coalesce(sum(n) filter (where status = 'pending'), 0), coalesce(sum(n) filter (where status = 'waitlisted'), 0),
      coalesce(sum(n) filter (where status = 'cancelled'), 0),
      coalesce(sum(n) filter (where status = 'confirmed' and checked_in is not null), 0),
      coalesce(sum(n) filter (where checked_in is not null), 0))::registration_counters
    from unnest(changes) group by event_id);
  by_department := array(
    select row(event_id, department, null, coalesce(sum(n) filter (where status = 'confirmed'), 0),
      coalesce(sum(n) filter (where status = 'waitlisted'), 0),
      coalesce(sum(n) filter (where status = 'confirmed' and checked_in is not null), 0))::department_counters
    from unnest(changes) group by event_id, department);
  by_slot := array(
    select row(event_id, slot, null, sum(registered), sum(confirmed), sum(cancelled), sum(attended))::slot_counters
    from (
      select event_id, registered as slot, n as registered, case status when 'confirmed' then n else 0 end as confirmed, 0 as cancelled,
        0 as attended
      from unnest(changes)
      union all select event_id, cancelled, 0, 0, n, 0 from unnest(changes) where status = 'cancelled' and cancelled is not null
      union all select event_id, checked_in, 0, 0, 0, n from unnest(changes) where status = 'confirmed' and checked_in is not null
    ) happened
    group by event_id, slot);
end $$;--> statement-breakpoint

-- Adds to the counters without ever waiting: a row that another transaction holds is passed over, and where none is free a new one is
-- begun. Rows of one key add up, and there are as many as ever wrote to it at once. So no two writers can wait for each other here.
create function add_to_counters(by_event registration_counters[], by_department department_counters[], by_slot slot_counters[])
returns void
language plpgsql as $$
#variable_conflict use_column
begin
  with delta as materialized (
    select d.*, free.shard as free
    from unnest(by_event) d
    left join lateral (
      select shard from registration_counters where event_id = d.event_id limit 1 for no key update skip locked
    ) free on true
    where (confirmed, pending, waitlisted, cancelled, attended, checked_in) <> (0, 0, 0, 0, 0, 0)
  ), added as (
    update registration_counters c set confirmed = c.confirmed + d.confirmed,
      pending = c.pending + d.pending, waitlisted = c.waitlisted + d.waitlisted, cancelled = c.cancelled + d.cancelled,
      attended = c.attended + d.attended, checked_in = c.checked_in + d.checked_in
    from delta d where c.event_id = d.event_id and c.shard = d.free
  )
  insert into registration_counters (event_id, confirmed, pending, waitlisted, cancelled, attended, checked_in)
  select event_id, confirmed, pending, waitlisted, cancelled, attended, checked_in
  -- The registrations of an event that is being deleted go after it.
  from delta d where free is null and exists (select from events where id = d.event_id);

  with delta as materialized (
    select d.*, free.shard as free
    from unnest(by_department) d
    left join lateral (
      select shard from department_counters where event_id = d.event_id and department = d.department
      limit 1 for no key update skip locked
    ) free on true
    where (confirmed, waitlisted, attended) <> (0, 0, 0)
  ), added as (
    update department_counters c set confirmed = c.confirmed + d.confirmed, waitlisted = c.waitlisted + d.waitlisted,
      attended = c.attended + d.attended
    from delta d where c.event_id = d.event_id and c.department = d.department and c.shard = d.free
  )
  insert into department_counters (event_id, department, confirmed, waitlisted, attended)
  select event_id, department, confirmed, waitlisted, attended
  from delta d where free is null and exists (select from events where id = d.event_id);

  with delta as materialized (
    select d.*, free.shard as free
    from unnest(by_slot) d
    left join lateral (
      select shard from slot_counters where event_id = d.event_id and slot = d.slot limit 1 for no key update skip locked
    ) free on true
    where (registered, confirmed, cancelled, attended) <> (0, 0, 0, 0)
  ), added as (
    update slot_counters c set registered = c.registered + d.registered, confirmed = c.confirmed + d.confirmed,
      cancelled = c.cancelled + d.cancelled, attended = c.attended + d.attended
    from delta d where c.event_id = d.event_id and c.slot = d.slot and c.shard = d.free
  )
  insert into slot_counters (event_id, slot, registered, confirmed, cancelled, attended)
  select event_id, slot, registered, confirmed, cancelled, attended
  from delta d where free is null and exists (select from events where id = d.event_id);
end $$;--> statement-breakpoint

-- PL/pgSQL keeps plans: without sequential scans, since it makes them when the tables are small, and the same for every array, since planning
-- each time takes longer than counting.
create function count_changed_registrations() returns trigger
language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  changes registration_change[];
begin
  changes := array(
    select row(event_id, status, coalesce(department, ''), quarter_of(registered_at), quarter_of(cancelled_at),
      arrival_slot_of(checked_in_at), case tg_op when 'INSERT' then count(*) else -count(*) end)::registration_change
    from changed
    group by event_id, status, coalesce(department, ''), quarter_of(registered_at), quarter_of(cancelled_at),
      arrival_slot_of(checked_in_at));
  if changes <> '{}' then
    perform add_to_counters(by_event, by_department, by_slot) from counters_of(changes);
  end if;
  return null;
end $$;--> statement-breakpoint
create function count_updated_registrations() returns trigger
language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
declare
  changes registration_change[];
begin
  changes := array(
    select row(event_id, status, department, registered, cancelled, checked_in, sum(n))::registration_change
    from (
      select event_id, status, coalesce(department, '') as department, quarter_of(registered_at) as registered,
        quarter_of(cancelled_at) as cancelled, arrival_slot_of(checked_in_at) as checked_in, 1 as n
      from changed
      union all
      select event_id, status, coalesce(department, ''), quarter_of(registered_at), quarter_of(cancelled_at),
        arrival_slot_of(checked_in_at), -1
      from former
    ) happened
    group by event_id, status, department, registered, cancelled, checked_in
    having sum(n) <> 0);
  if changes <> '{}' then
    perform add_to_counters(by_event, by_department, by_slot) from counters_of(changes);
  end if;
  return null;
end $$;--> statement-breakpoint

create type response_change as (event_id uuid, rating smallint, nps smallint, has_comment boolean, n int);--> statement-breakpoint
create function survey_counters_of(changes response_change[]) returns survey_counters[] language plpgsql stable as $$
begin
  return array(
    select row(event_id, null, coalesce(sum(n) filter (where has_comment), 0),
      coalesce(sum(n) filter (where rating = 1), 0), coalesce(sum(n) filter (where rating = 2), 0),
      coalesce(sum(n) filter (where rating = 3), 0), coalesce(sum(n) filter (where rating = 4), 0),
      coalesce(sum(n) filter (where rating = 5), 0), coalesce(sum(n) filter (where nps >= 9), 0),
      coalesce(sum(n) filter (where nps between 7 and 8), 0), coalesce(sum(n) filter (where nps <= 6), 0))::survey_counters
    from unnest(changes) group by event_id);
end $$;--> statement-breakpoint
create function add_to_survey_counters(deltas survey_counters[]) returns void
language plpgsql as $$
#variable_conflict use_column
begin
  with delta as materialized (
    select d.*, free.shard as free
    from unnest(deltas) d
    left join lateral (
      select shard from survey_counters where event_id = d.event_id limit 1 for no key update skip locked
    ) free on true
    where (comments, rated_1, rated_2, rated_3, rated_4, rated_5, promoters, passives, detractors) <> (0, 0, 0, 0, 0, 0, 0, 0, 0)
  ), added as (
    update survey_counters c set comments = c.comments + d.comments,
      rated_1 = c.rated_1 + d.rated_1, rated_2 = c.rated_2 + d.rated_2, rated_3 = c.rated_3 + d.rated_3,
      rated_4 = c.rated_4 + d.rated_4, rated_5 = c.rated_5 + d.rated_5,
      promoters = c.promoters + d.promoters, passives = c.passives + d.passives, detractors = c.detractors + d.detractors
    from delta d where c.event_id = d.event_id and c.shard = d.free
  )
  insert into survey_counters (event_id, comments, rated_1, rated_2, rated_3, rated_4, rated_5, promoters, passives, detractors)
  select event_id, comments, rated_1, rated_2, rated_3, rated_4, rated_5, promoters, passives, detractors
  from delta d where free is null and exists (select from events where id = d.event_id);
end $$;--> statement-breakpoint
create function count_changed_responses() returns trigger
language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  perform add_to_survey_counters(survey_counters_of(array(
    select row(event_id, rating, nps, comment is not null, case tg_op when 'INSERT' then 1 else -1 end)::response_change from changed)));
  return null;
end $$;--> statement-breakpoint
create function count_updated_responses() returns trigger
language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
begin
  perform add_to_survey_counters(survey_counters_of(array(
    select row(event_id, rating, nps, comment is not null, 1)::response_change from changed
    union all
    select row(event_id, rating, nps, comment is not null, -1)::response_change from former)));
  return null;
end $$;--> statement-breakpoint

-- Makes the counters of these events what their rows say. What is missing is read from rows and counters in one snapshot and then added:
-- whoever writes meanwhile changes both alike, so nobody has to be held up; the lock only keeps two recounts of an event apart.
create function recount_events(which uuid[]) returns void
language plpgsql set enable_seqscan = off set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  by_event registration_counters[];
  by_department department_counters[];
  by_slot slot_counters[];
  by_survey survey_counters[];
begin
  perform from events where id = any(which) order by id for no key update;
  with rows as materialized (
    select counters_of(array(
      select row(event_id, status, coalesce(department, ''), quarter_of(registered_at), quarter_of(cancelled_at),
        arrival_slot_of(checked_in_at), count(*))::registration_change
      from registrations where event_id = any(which)
      group by event_id, status, coalesce(department, ''), quarter_of(registered_at), quarter_of(cancelled_at),
        arrival_slot_of(checked_in_at))) as counted,
      survey_counters_of(array(
        select row(event_id, rating, nps, comment is not null, 1)::response_change
        from survey_responses where event_id = any(which))) as answered
  )
  select
    array(
      select row(event_id, null, sum(confirmed), sum(pending), sum(waitlisted), sum(cancelled), sum(attended),
        sum(checked_in))::registration_counters
      from (
        select d.* from rows, unnest((counted).by_event) d
        union all
        select event_id, shard, -confirmed, -pending, -waitlisted, -cancelled, -attended, -checked_in
        from registration_counters where event_id = any(which)
      ) differences group by event_id),
    array(
      select row(event_id, department, null, sum(confirmed), sum(waitlisted), sum(attended))::department_counters
      from (
        select d.* from rows, unnest((counted).by_department) d
        union all
        select event_id, department, shard, -confirmed, -waitlisted, -attended from department_counters where event_id = any(which)
      ) differences group by event_id, department),
    array(
      select row(event_id, slot, null, sum(registered), sum(confirmed), sum(cancelled), sum(attended))::slot_counters
      from (
        select d.* from rows, unnest((counted).by_slot) d
        union all
        select event_id, slot, shard, -registered, -confirmed, -cancelled, -attended from slot_counters where event_id = any(which)
      ) differences group by event_id, slot),
    array(
      select row(event_id, null, sum(comments), sum(rated_1), sum(rated_2), sum(rated_3), sum(rated_4), sum(rated_5),
        sum(promoters), sum(passives), sum(detractors))::survey_counters
      from (
        select d.* from rows, unnest(answered) d
        union all
        select event_id, shard, -comments, -rated_1, -rated_2, -rated_3, -rated_4, -rated_5, -promoters, -passives, -detractors
        from survey_counters where event_id = any(which)
      ) differences group by event_id)
  into by_event, by_department, by_slot, by_survey;
  perform add_to_counters(by_event, by_department, by_slot);
  perform add_to_survey_counters(by_survey);
end $$;--> statement-breakpoint

-- Room for the next version of a row that changes often, beside it and without an entry in an index.
alter table registration_counters set (fillfactor = 50);--> statement-breakpoint
alter table department_counters set (fillfactor = 70);--> statement-breakpoint
alter table slot_counters set (fillfactor = 80);--> statement-breakpoint
alter table survey_counters set (fillfactor = 70);--> statement-breakpoint

create trigger count_inserted after insert on registrations
  referencing new table as changed for each statement execute function count_changed_registrations();--> statement-breakpoint
create trigger count_deleted after delete on registrations
  referencing old table as changed for each statement execute function count_changed_registrations();--> statement-breakpoint
create trigger count_updated after update on registrations
  referencing old table as former new table as changed for each statement execute function count_updated_registrations();--> statement-breakpoint
create trigger count_inserted after insert on survey_responses
  referencing new table as changed for each statement execute function count_changed_responses();--> statement-breakpoint
create trigger count_deleted after delete on survey_responses
  referencing old table as changed for each statement execute function count_changed_responses();--> statement-breakpoint
create trigger count_updated after update on survey_responses
  referencing old table as former new table as changed for each statement execute function count_updated_responses();--> statement-breakpoint

-- From here on writers of any version keep them; what was stored before is added after the migrations, in batches (db/recount-events.ts).
insert into pending_recounts select id from events;
