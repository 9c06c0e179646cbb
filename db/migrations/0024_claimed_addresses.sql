ALTER TYPE "public"."message_kind" ADD VALUE 'address_confirmation';--> statement-breakpoint
-- As place_registrations of 0013, which the previous version of the product still calls; besides it says of each registration
-- whether it rests on an address that nobody has proved, and until when such a seat is held.
create function seat_registrations(candidates jsonb, admissions jsonb, decided_at timestamptz)
returns table (
  n int, event_id uuid, id uuid, user_id uuid, status registration_status, ticket_id uuid, revision int, fate text, is_guest boolean,
  registered_at_ms float8, waitlist_position int, name text, reference text,
  is_claimed boolean, confirm_by_ms float8
)
language plpgsql volatile set enable_seqscan = off as $$
#variable_conflict use_column
begin
  return query
with event as (
  select * from jsonb_to_recordset(admissions)
    as e(event_id uuid, seats_left int, waiting int, sequence int, has_line boolean, is_pending boolean,
         pending_holds_seat boolean, confirm_claimed_by timestamptz)
), request as materialized (
  -- A named guest is nobody's user and stands for itself under its registration's id.
  select r.*, case when r.party_of is null then coalesce(r.user_id, u.id, r.new_user_id) else r.registration_id end as person_id,
    r.party_of is null and r.user_id is null and u.id is null as is_new
  from jsonb_to_recordset(candidates)
    as r(n int, event_id uuid, user_id uuid, new_user_id uuid, party_of uuid, name text, email text, department text, answers jsonb,
         search_text text, registration_id uuid, ticket_id uuid, reference text,
         is_claimed boolean)
  -- The limit keeps these from becoming a join of whole tables.
  left join lateral (select id from users where r.user_id is null and email = r.email limit 1) u on true
), standing as materialized (
  select q.n, g.*
  from request q cross join lateral (
    select * from registrations where event_id = q.event_id and user_id = q.person_id and status <> 'cancelled' limit 1
  ) g
), newcomer as (
  select *, row_number() over (partition by event_id order by n)::int as place
  from (
    select distinct on (event_id, person_id) * from request
    where n not in (select n from standing)
    order by event_id, person_id, n
  ) first_of_each_person
), placed as materialized (
  select c.*,
    case when c.place > e.seats_left then 'waitlisted' when e.is_pending then 'pending' else 'confirmed' end
      ::registration_status as status,
    e.pending_holds_seat and (e.seats_left is null or c.place <= e.seats_left) as pending_holds_seat,
    case when c.place > e.seats_left then e.sequence + c.place - e.seats_left end as waitlist_order,
    case when c.place > e.seats_left then e.waiting + c.place - e.seats_left end as waitlist_position,
    -- A seat of the organizer's word is theirs to hold.
    case when c.is_claimed and not e.is_pending and (e.seats_left is null or c.place <= e.seats_left)
      then e.confirm_claimed_by end as confirm_by
  from newcomer c join event e using (event_id)
  where e.seats_left is null or c.place <= e.seats_left or e.has_line
), new_user as (
  insert into users (id, email, name, department, created_at, updated_at)
  select distinct on (email) person_id, email, name, department, decided_at, decided_at
  from placed where is_new order by email, n
  -- Somebody else may have added the address since this statement began; the update only makes the row come back.
  on conflict (email) do update set email = excluded.email
  returning id, email
), admitted as (
  insert into registrations as g (event_id, id, user_id, party_of, name, department, status, pending_holds_seat,
                                  waitlist_order, ticket_id, reference, answers, search_text, registered_at, updated_at,
                                  is_claimed, confirm_by)
  select p.event_id, p.registration_id, case when p.party_of is null then coalesce(u.id, p.person_id) end, p.party_of,
         p.name, p.department, p.status, p.pending_holds_seat, p.waitlist_order, p.ticket_id, p.reference, p.answers,
         p.search_text, decided_at, decided_at, coalesce(p.is_claimed, false), p.confirm_by
  from placed p left join new_user u on p.is_new and u.email = p.email
  order by p.n
  on conflict (event_id, user_id) do update set
    name = excluded.name, department = excluded.department, status = excluded.status,
    pending_holds_seat = excluded.pending_holds_seat, confirm_by = excluded.confirm_by, is_claimed = excluded.is_claimed,
    -- What a stranger was shown of it must not open what the owner registers anew, nor the other way round.
    ticket_id = case when g.is_claimed = excluded.is_claimed then g.ticket_id else excluded.ticket_id end,
    waitlist_order = excluded.waitlist_order, answers = excluded.answers, search_text = excluded.search_text,
    revision = g.revision + 1, registered_at = excluded.registered_at, updated_at = excluded.updated_at,
    cancelled_at = null, cancelled_by = null, checked_in_at = null, checked_in_gate = null
    where g.status = 'cancelled'
  returning g.*
), counted as (
  update events e set
    seats_taken = e.seats_taken + c.seated,
    waitlist_count = e.waitlist_count + c.waitlisted,
    waitlist_sequence = greatest(e.waitlist_sequence, c.last_order)
  from (
    select event_id, count(*) filter (where status = 'confirmed' or pending_holds_seat)::int as seated,
           count(*) filter (where status = 'waitlisted')::int as waitlisted, max(waitlist_order) as last_order
    from admitted group by event_id
  ) c
  where e.id = c.event_id
)
select q.n, s.event_id, s.id, s.user_id, s.status, s.ticket_id, s.revision, 'standing' as fate, q.user_id is null as is_guest,
  (extract(epoch from s.registered_at) * 1000)::float8 as registered_at_ms,
  -- A guest is not told the place of a registration that stands, and counting a long line takes a while.
  case when s.status = 'waitlisted' and q.user_id is not null then (
    select count(*)::int from registrations w
    where w.event_id = s.event_id and w.status = 'waitlisted' and w.waitlist_order <= s.waitlist_order
  ) end as waitlist_position, s.name, s.reference, s.is_claimed,
  (extract(epoch from s.confirm_by) * 1000)::float8 as confirm_by_ms
from request q join standing s using (n)
union all
select q.n, a.event_id, a.id, a.user_id, a.status, a.ticket_id, a.revision,
  case when p.n is null then 'full' when p.n = q.n then 'admitted' else 'repeated' end, q.user_id is null,
  (extract(epoch from a.registered_at) * 1000)::float8, p.waitlist_position, a.name, a.reference, a.is_claimed,
  (extract(epoch from a.confirm_by) * 1000)::float8
from request q
left join placed p on p.event_id = q.event_id and p.person_id = q.person_id
left join new_user u on p.is_new and u.email = p.email
left join admitted a on a.event_id = p.event_id and coalesce(a.user_id, a.id) = coalesce(u.id, p.person_id)
where q.n not in (select n from standing)
order by n;
end $$;
