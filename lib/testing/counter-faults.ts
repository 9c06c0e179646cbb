import { sql } from "@/db/client";

/** Where the counters of an event differ from a count of its rows; none when all is well. */
export async function counterFaultsOf(eventId: string): Promise<string[]> {
  const faults = await sql()`
    with person as (
      select *, coalesce(department, '') as group_name, status = 'confirmed' and checked_in_at is not null as attended
      from registrations where event_id = ${eventId}
    ), response as (
      select * from survey_responses where event_id = ${eventId}
    ), stored as (
      select 'status ' || status as what, count(*) as n from person group by 1
      union all select 'attended', count(*) from person where attended
      union all select 'checked in', count(*) from person where checked_in_at is not null
      union all select 'confirmed of ' || group_name, count(*) from person where status = 'confirmed' group by 1
      union all select 'waitlisted of ' || group_name, count(*) from person where status = 'waitlisted' group by 1
      union all select 'attended of ' || group_name, count(*) from person where attended group by 1
      union all select 'registered at ' || date_bin('15 min', registered_at, '2000-01-01Z'), count(*) from person group by 1
      union all select 'confirmed at ' || date_bin('15 min', registered_at, '2000-01-01Z'), count(*)
        from person where status = 'confirmed' group by 1
      union all select 'cancelled at ' || date_bin('15 min', cancelled_at, '2000-01-01Z'), count(*)
        from person where status = 'cancelled' and cancelled_at is not null group by 1
      union all select 'attended at ' || date_bin('5 min', checked_in_at, '2000-01-01Z'), count(*) from person where attended group by 1
      union all select 'rated ' || rating, count(*) from response group by 1
      union all select 'comments', count(comment) from response
      union all select case when nps >= 9 then 'promoters' when nps >= 7 then 'passives' else 'detractors' end, count(*)
        from response where nps is not null group by 1
    ), counted as (
      select v.* from registration_counters, lateral (values
        ('status confirmed', confirmed), ('status pending', pending), ('status waitlisted', waitlisted),
        ('status cancelled', cancelled), ('attended', attended), ('checked in', checked_in)) v(what, n) where event_id = ${eventId}
      union all select v.* from department_counters, lateral (values
        ('confirmed of ' || department, confirmed), ('waitlisted of ' || department, waitlisted),
        ('attended of ' || department, attended)) v where event_id = ${eventId}
      union all select v.* from slot_counters, lateral (values
        ('registered at ' || slot, registered), ('confirmed at ' || slot, confirmed), ('cancelled at ' || slot, cancelled),
        ('attended at ' || slot, attended)) v where event_id = ${eventId}
      union all select v.* from survey_counters, lateral (values
        ('comments', comments), ('rated 1', rated_1), ('rated 2', rated_2), ('rated 3', rated_3), ('rated 4', rated_4),
        ('rated 5', rated_5), ('promoters', promoters), ('passives', passives), ('detractors', detractors)) v where event_id = ${eventId}
    )
    select what, coalesce(sum(counted), 0)::int as counted, coalesce(sum(stored), 0)::int as stored
    from (select what, n as counted, 0 as stored from counted union all select what, 0, n from stored) both_sides
    group by what having sum(counted) <> sum(stored) order by what`;
  return faults.map(({ what, counted, stored }) => `${counted} counted as ${what}, ${stored} stored`);
}
