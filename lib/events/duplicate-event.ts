import { eq } from "drizzle-orm";
import { surveys } from "@/db/schema/surveys";
import { inTransaction, type Transaction } from "@/db/transaction";
import type { OrganizerScope } from "@/lib/access/scopes";
import { recordAudit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import { insertDraft } from "./create-event";
import type { CreateEventInput } from "./input";
import { shiftInstant } from "./local-time";
import { type EventDetail, readEvent } from "./queries";

/** Makes a draft that is the event again at another time, with its questions and its survey, and with none of its people. */
export async function duplicateEvent(
  scope: OrganizerScope,
  { startsAt }: { startsAt: Date },
  tx?: Transaction,
): Promise<EventDetail> {
  return inTransaction(tx, async (tx) => {
    const original = await readEvent(scope.eventId, tx);
    const id = await insertDraft(tx, scope.actorId, copyOf(original, startsAt));
    const [survey] = await tx.select().from(surveys).where(eq(surveys.eventId, original.id));
    if (survey) await tx.insert(surveys).values({ eventId: id, questions: survey.questions, updatedAt: now() });
    await recordAudit(tx, {
      actorId: scope.actorId,
      action: "event.created",
      eventId: id,
      detail: { copiedFrom: original.id },
    });
    return readEvent(id, tx);
  });
}

function copyOf(original: EventDetail, startsAt: Date): CreateEventInput {
  const { title, summary, description, timezone, venue, coverUrl, capacity, waitlistEnabled, questions, category } =
    original;
  const moved = (instant: Date) => shiftInstant(instant, { from: original.startsAt, to: startsAt, timezone });
  const { endsAt, registrationOpensAt, registrationClosesAt } = original;
  const {
    approval,
    eligibility,
    visibility,
    eligibleDepartments,
    confirmWithinMinutes,
    confirmAddressMinutes,
    guestsPerPerson,
    reminderMinutes,
  } = original;
  return {
    ...{ title, summary, description, timezone, venue, coverUrl, capacity, waitlistEnabled, questions, category },
    ...{
      approval,
      eligibility,
      visibility,
      eligibleDepartments,
      confirmWithinMinutes,
      confirmAddressMinutes,
      guestsPerPerson,
      reminderMinutes,
    },
    startsAt,
    endsAt: moved(endsAt),
    registrationOpensAt: registrationOpensAt && moved(registrationOpensAt),
    registrationClosesAt: registrationClosesAt && moved(registrationClosesAt),
  };
}
