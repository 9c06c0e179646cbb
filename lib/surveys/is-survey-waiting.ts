import { and, eq, isNotNull } from "drizzle-orm";
import { db } from "@/db/client";
import { events } from "@/db/schema/events";
import { registrations } from "@/db/schema/registrations";
import { surveyResponses, surveys } from "@/db/schema/surveys";
import { now } from "@/lib/platform/clock";
import { surveyStateOf, surveyWindowOf } from "./rules";

/**
 * True while the event's survey takes responses and the person of this registration was checked in
 * and has not responded.
 */
export async function isSurveyWaiting({ eventId, id }: { eventId: string; id: string }): Promise<boolean> {
  const [row] = await db()
    .select({
      endsAt: events.endsAt,
      opensAt: surveys.opensAt,
      closesAt: surveys.closesAt,
      namesCutAt: surveys.namesCutAt,
      responseId: surveyResponses.id,
    })
    .from(registrations)
    .innerJoin(events, eq(events.id, registrations.eventId))
    .leftJoin(surveys, eq(surveys.eventId, events.id))
    .leftJoin(
      surveyResponses,
      and(eq(surveyResponses.eventId, events.id), eq(surveyResponses.userId, registrations.userId)),
    )
    .where(
      and(
        eq(registrations.eventId, eventId),
        eq(registrations.id, id),
        eq(registrations.status, "confirmed"),
        isNotNull(registrations.checkedInAt),
      ),
    );
  return row !== undefined && row.responseId === null && surveyStateOf(surveyWindowOf(row, row), now()) === "open";
}
