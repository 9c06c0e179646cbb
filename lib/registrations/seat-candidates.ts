import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/transaction";
import type { Admission } from "./admission";
import type { Candidate } from "./new-candidate";

type Place = {
  n: number;
  event_id: string;
  id: string;
  user_id: string | null;
  status: "confirmed" | "waitlisted" | "pending";
  waitlist_position: number | null;
  ticket_id: string;
  revision: number;
  registered_at_ms: number;
  is_guest: boolean;
  name: string;
  reference: string;
  is_claimed: boolean;
  confirm_by_ms: number | null;
};

/** `admitted`: placed now. `repeated`: by an earlier request of this group. `standing`: long before. */
export type SeatedRow = (Place & { fate: "admitted" | "repeated" | "standing" }) | { n: number; fate: "full" };

/**
 * The conditional insert, for many at once: in order of `n`, a seat while seats are left and nobody waits, then the line, else
 * nothing; counters rise by what was really inserted. The events must be locked, or be full without a line. The statement itself is
 * `seat_registrations` in `db/migrations`.
 */
export async function seatCandidates(
  tx: Transaction,
  candidates: Candidate[],
  admissions: Admission[],
  at: Date,
): Promise<SeatedRow[]> {
  if (candidates.length === 0) return [];
  const rows = await tx.execute<SeatedRow>(sql`
    select * from seat_registrations(${JSON.stringify(candidates)}::text::jsonb, ${JSON.stringify(admissions)}::text::jsonb,
                                  ${at.toISOString()}::timestamptz)`);
  if (rows.some((row) => row.fate !== "full" && !row.id)) throw new Error("a place was given but not stored");
  return [...rows];
}
