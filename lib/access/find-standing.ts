import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { lookUpTogether } from "@/lib/platform/look-up-together";
import type { MemberRole } from "./roles";

/** Who asks about which event, in which session. */
type Question = { eventId: string; userId: string; sessionId: string };

/** What somebody is to an event. `isNewMember`: they have not used
 * their part yet. `hasLostPhone`: the phone on which their session works at its door was shut out. */
export type Standing = {
  organizerId: string;
  memberRole: MemberRole | null;
  isNewMember: boolean;
  hasLostPhone: boolean;
};

/** What a person is to an event: as stored when asked, or later; null where there is no such event. */
export async function findStanding(question: Question): Promise<Standing | null> {
  const found = await findTogether(question);
  return found.get(keyOf(question)) ?? null;
}

// Every call of an organizer and of door staff asks for its own: in a rush they share a query.
const findTogether = lookUpTogether(findStandings);

async function findStandings(questions: Question[]): Promise<Map<string, Standing>> {
  const asked = new Map(
    questions.map(({ eventId, userId, sessionId }) => {
      const question = { eventId, userId, sessionId };
      return [keyOf(question), { key: keyOf(question), ...question }];
    }),
  );
  const rows = await db().execute<Standing & { key: string }>(sql`
    select q.key, e.organizer_id as "organizerId", m.role as "memberRole",
      m.user_id is not null and m.accepted_at is null as "isNewMember", exists (
        select from door_devices d
        where d.event_id = e.id and d.session_id = q."sessionId" and d.revoked_at is not null
      ) as "hasLostPhone"
    from jsonb_to_recordset(${JSON.stringify([...asked.values()])}::text::jsonb)
      as q(key text, "eventId" uuid, "userId" uuid, "sessionId" uuid)
    join events e on e.id = q."eventId"
    left join event_members m on m.event_id = e.id and m.user_id = q."userId"`);
  return new Map(rows.map(({ key, ...standing }) => [key, standing]));
}

function keyOf({ eventId, userId, sessionId }: Question): string {
  return `${eventId} ${userId} ${sessionId}`;
}
