import { sql } from "drizzle-orm";
import { type Recipients, resumeFanOuts } from "@/lib/platform/fan-outs";
import { planSurveyInvitations } from "./plan-survey-invitations";
import { writeFanOuts } from "./write-fan-outs";

const recipients: Recipients = {
  kinds: ["survey_invitation"],
  dedupeKey: sql`'survey_invitation:' || r.id`,
  isRecipient: sql`r.status = 'confirmed' and r.checked_in_at is not null and (
    select true from survey_responses answered where answered.event_id = r.event_id and answered.user_id = r.user_id limit 1
  ) is null`,
};

/**
 * Writes the survey invitations that are due, of all events, in bounded batches, and returns how
 * many: to everyone checked in who has not answered, once, two hours after the end or when the
 * organizer lets the survey open. The signal ends it after a batch.
 */
export async function enqueueSurveyInvitations(signal?: AbortSignal): Promise<number> {
  await resumeFanOuts("survey_invitation");
  return writeFanOuts(recipients, { plan: planSurveyInvitations, signal });
}
