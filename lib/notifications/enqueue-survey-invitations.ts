import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { now } from "@/lib/platform/clock";
import { priorityByKind } from "@/lib/platform/outbox";
import { newMessageId } from "./new-message-id";

const pauseHours = 2;
// Whoever is asked a week later no longer knows; this is for a worker that was down over a weekend.
const latestDays = 3;

/**
 * Writes the survey invitations that are due, of all events, in one statement, and returns how many: to everyone checked in who has
 * not answered, once, two hours after the end or when the organizer lets the survey open.
 */
export async function enqueueSurveyInvitations(): Promise<number> {
  const at = sql`${now().toISOString()}::timestamptz`;
  const written = await db().execute(sql`
    insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, priority, run_at, created_at)
    select ${newMessageId}, 'survey_invitation', due.dedupe_key, due.event_id, due.id, due.user_id,
           ${priorityByKind.survey_invitation}::smallint, ${at}, ${at}
    from (
      select r.event_id, r.id, r.user_id, 'survey_invitation:' || r.id as dedupe_key
      from events e
      left join surveys s on s.event_id = e.id
      join registrations r on r.event_id = e.id and r.status = 'confirmed' and r.checked_in_at is not null
        and r.user_id is not null
      where e.status in ('published', 'completed') and e.starts_at <= ${at}
        and coalesce(s.opens_at, e.ends_at + make_interval(hours => ${pauseHours})) <= ${at}
        and coalesce(s.opens_at, e.ends_at) > ${at} - make_interval(days => ${latestDays})
        and (s.closes_at is null or s.closes_at > ${at})
        and not exists (
          select from survey_responses answered where answered.event_id = r.event_id and answered.user_id = r.user_id
        )
    ) due
    where not exists (select from outbox told where told.dedupe_key = due.dedupe_key)
    on conflict (dedupe_key) do nothing`);
  return written.count;
}
