import { sql } from "drizzle-orm";
import { insertRows } from "@/db/insert-rows";
import { type messageKind, outbox } from "@/db/schema/outbox";
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
  accessLinkId?: string;
  /** Which of its kind a `security_notice` is. */
  notice?: string;
  /** The kind's own, unless somebody waits for this one. */
  priority?: number;
  runAt?: Date;
};

/** 0 is sent first. Somebody waits for a code or a ticket; nobody waits for a reminder. */
export const priorityByKind: Record<MessageKind, number> = {
  sign_in_code: 0,
  security_notice: 1,
  test_mail: 1,
  registration_confirmed: 1,
  address_confirmation: 1,
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
  person_invitation: 3,
  announcement: 5,
  event_reminder: 6,
  survey_invitation: 7,
};

/** Writes messages in the caller's transaction: they are sent if and only if it commits, and once per dedupe key. */
export async function enqueueMessages(tx: Transaction, messages: Message[]): Promise<void> {
  const createdAt = now();
  const rows = messages.map(({ kind, priority = priorityByKind[kind], runAt = createdAt, ...about }) => ({
    ...{ id: newId(), kind, dedupeKey: about.dedupeKey, eventId: about.eventId, userId: about.userId },
    ...{ registrationId: about.registrationId, signInCodeId: about.signInCodeId },
    announcementId: about.announcementId,
    accessLinkId: about.accessLinkId,
    notice: about.notice,
    priority,
    runAt,
    createdAt,
  }));
  await insertRows(tx, outbox, rows, sql`on conflict (dedupe_key) do nothing`);
}
