import { sql } from "drizzle-orm";
import type { messageKind } from "@/db/schema/outbox";
import type { Transaction } from "@/db/transaction";
import { now } from "./clock";
import { newId } from "./id";

export type MessageKind = (typeof messageKind.enumValues)[number];

export type Message = {
  kind: MessageKind;
  /** Names what the message is about, for example `registration_confirmed:<registration id>:<revision>`. */
  dedupeKey: string;
  eventId?: string;
  registrationId?: string;
  userId?: string;
  signInCodeId?: string;
  announcementId?: string;
  /** The kind's own, unless somebody waits for this one. */
  priority?: number;
  runAt?: Date;
};

/** 0 is sent first. Somebody waits for a code or a ticket; nobody waits for a reminder. */
export const priorityByKind: Record<MessageKind, number> = {
  sign_in_code: 0,
  registration_confirmed: 1,
  registration_promoted: 1,
  ticket_resent: 1,
  ticket_received: 1,
  registration_waitlisted: 2,
  registration_cancelled: 2,
  registration_pending: 2,
  registration_declined: 2,
  ticket_passed_on: 2,
  seat_released: 2,
  event_cancelled: 3,
  event_changed: 3,
  team_invitation: 3,
  announcement: 5,
  event_reminder: 6,
  survey_invitation: 7,
};

/**
 * Writes messages in the caller's transaction: they are sent if and only if it commits, and once per dedupe key. They travel as one
 * parameter, because hundreds of registrations may be told in one transaction.
 */
export async function enqueueMessages(tx: Transaction, messages: Message[]): Promise<void> {
  if (messages.length === 0) return;
  const at = now();
  const rows = messages.map(({ kind, priority = priorityByKind[kind], runAt = at, ...about }) => ({
    ...{ id: newId(), kind, dedupe_key: about.dedupeKey, event_id: about.eventId, user_id: about.userId },
    ...{ registration_id: about.registrationId, sign_in_code_id: about.signInCodeId },
    ...{ announcement_id: about.announcementId, priority, run_at: runAt },
  }));
  await tx.execute(sql`
    insert into outbox (id, kind, dedupe_key, event_id, registration_id, user_id, sign_in_code_id, announcement_id, priority,
                        run_at, created_at)
    select id, kind, dedupe_key, event_id, registration_id, user_id, sign_in_code_id, announcement_id, priority, run_at,
           ${at.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as m(id uuid, kind message_kind, dedupe_key text, event_id uuid, registration_id uuid, user_id uuid,
           sign_in_code_id uuid, announcement_id uuid, priority smallint, run_at timestamptz)
    on conflict (dedupe_key) do nothing`);
}
