import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { MemberRole } from "@/lib/access/roles";
import type { Eligibility, Visibility } from "@/lib/events/input";
import { lookUpTogether } from "@/lib/platform/look-up-together";
import type { RegistrationStatus } from "./input";
import { waitlistPositionsOf } from "./waitlist-positions";

/**
 * Who looks at which event: a person, or a browser that claims to have made these registrations.
 */
export type ReaderQuestion = { eventId: string; userId: string | null; registrationIds: string[] };

export type ReaderRegistration = {
  id: string;
  ticketId: string;
  status: Exclude<RegistrationStatus, "cancelled">;
  waitlistOrder: number | null;
  waitlistPosition: number | null;
  name: string;
  reference: string;
  registeredAtMs: number;
  checkedInAtMs: number | null;
  asksAddress: boolean;
  confirmByMs: number | null;
};

/** What is stored about an event and one reader of its page. */
export type ReaderRow = {
  isPublished: boolean;
  organizerId: string;
  memberRole: MemberRole | null;
  eligibility: Eligibility;
  eligibleDepartments: string[];
  visibility: Visibility;
  invitationVersion: number;
  /** The reader's department that may admit. */
  provenDepartment: string | null;
  /** The person's own, or those that the browser claims; none that is cancelled. */
  registrations: ReaderRegistration[];
};

/**
 * What is stored about the event and its reader when asked, or later; null where there is no such
 * event.
 */
export async function findReaderRow(question: ReaderQuestion): Promise<ReaderRow | null> {
  const found = await findTogether(question);
  return found.get(keyOf(question)) ?? null;
}

// Every signed-in reader of an event's page asks for their own: in a rush they share a query.
const findTogether = lookUpTogether(findReaderRows);

async function findReaderRows(questions: ReaderQuestion[]): Promise<Map<string, ReaderRow>> {
  const asked = new Map(questions.map((question) => [keyOf(question), { key: keyOf(question), ...question }]));
  const rows = await db().execute<ReaderRow & { key: string; eventId: string }>(sql`
    select q.key, e.id as "eventId", e.published_at is not null as "isPublished", e.organizer_id as "organizerId",
      m.role as "memberRole", e.eligibility, e.eligible_departments as "eligibleDepartments",
      e.visibility, e.invitation_version as "invitationVersion",
      case when u.department_source <> 'self' then u.department end as "provenDepartment", coalesce(r.list, '[]') as registrations
    from jsonb_to_recordset(${JSON.stringify([...asked.values()])}::text::jsonb)
      as q(key text, "eventId" uuid, "userId" uuid, "registrationIds" uuid[])
    join events e on e.id = q."eventId"
    left join users u on u.id = q."userId"
    left join event_members m on m.event_id = e.id and m.user_id = q."userId"
    cross join lateral (
      select jsonb_agg(jsonb_build_object('id', g.id, 'ticketId', g.ticket_id, 'status', g.status,
        'waitlistOrder', g.waitlist_order, 'waitlistPosition', null, 'name', g.name, 'reference', g.reference,
        'registeredAtMs', extract(epoch from g.registered_at) * 1000,
        'checkedInAtMs', extract(epoch from g.checked_in_at) * 1000,
        'asksAddress', g.is_claimed and e.confirm_address_minutes is not null, 'confirmByMs', extract(epoch from g.confirm_by) * 1000)) as list
      from (
        (select * from registrations where event_id = e.id and user_id = q."userId" limit 1)
        union all
        (select * from registrations where event_id = e.id and id = any(q."registrationIds") limit 10)
      ) g
      where g.status <> 'cancelled'
    ) r`);
  await addPositions(rows);
  return new Map(rows.map(({ key, eventId: _, ...row }) => [key, row]));
}

/** One pass over the line of each event in which somebody waits. */
async function addPositions(rows: { eventId: string; registrations: ReaderRegistration[] }[]): Promise<void> {
  const waiting = new Map<string, ReaderRegistration[]>();
  for (const { eventId, registrations } of rows) {
    const inLine = registrations.filter(({ status }) => status === "waitlisted");
    if (inLine.length > 0) waiting.set(eventId, [...(waiting.get(eventId) ?? []), ...inLine]);
  }
  await Promise.all(
    [...waiting].map(async ([eventId, places]) => {
      const positions = await waitlistPositionsOf(eventId, places);
      for (const place of places) place.waitlistPosition = positions.get(place.waitlistOrder ?? 0) ?? null;
    }),
  );
}

function keyOf({ eventId, userId, registrationIds }: ReaderQuestion): string {
  return `${eventId} ${userId} ${registrationIds.join(" ")}`;
}
