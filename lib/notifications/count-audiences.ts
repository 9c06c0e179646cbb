import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { OrganizerScope } from "@/lib/access/scopes";
import { isInAudience, isReachable, peopleToWriteTo } from "./audience";
import { type Audience, audiences } from "./input";

export type AudienceCounts = Record<Audience, number>;

export type AudienceOverview = {
  everyone: AudienceCounts;
  /** At most 200, the largest first. */
  departments: { department: string; counts: AudienceCounts }[];
  /** People with a seat or a place in line who get none: they want no such mail, or their address takes none. */
  unreachable: number;
};

type Row = { isTotal: boolean; department: string | null; unreachable: number } & AudienceCounts;

const mostDepartments = 200;

/** How many people an announcement would go to right now, by audience and department. */
export async function countAudiences(scope: OrganizerScope): Promise<AudienceOverview> {
  const counts = audiences.map(
    (audience) =>
      sql`(count(*) filter (where ${isReachable} and ${isInAudience(sql`${audience}::text`)}))::int as ${sql.identifier(audience)}`,
  );
  const rows = await db().execute<Row>(sql`
    select grouping(r.department) = 1 as "isTotal", r.department, ${sql.join(counts, sql`, `)},
           (count(*) filter (where not ${isReachable}))::int as unreachable
    from ${peopleToWriteTo}
    where r.event_id = ${scope.eventId} and r.status in ('confirmed', 'waitlisted')
    group by grouping sets ((), (r.department))
    order by "isTotal" desc, count(*) desc, r.department limit ${mostDepartments + 2}`);
  const [total] = rows;
  return {
    everyone: countsIn(total),
    departments: rows
      .slice(1)
      .flatMap((row) => (row.department === null ? [] : [{ department: row.department, counts: countsIn(row) }])),
    unreachable: total?.unreachable ?? 0,
  };
}

function countsIn(row: AudienceCounts | undefined): AudienceCounts {
  const { confirmed = 0, not_checked_in = 0, checked_in = 0, waitlisted = 0 } = row ?? {};
  return { confirmed, not_checked_in, checked_in, waitlisted };
}
