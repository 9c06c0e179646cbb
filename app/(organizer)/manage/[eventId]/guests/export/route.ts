import { z } from "zod";
import { organizerOf } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { csvAnswer, csvOf, csvStart } from "@/app/_server/csv";
import type { OrganizerScope } from "@/lib/access/scopes";
import { eventIdParams } from "@/lib/events/input";
import { localOfInstant } from "@/lib/events/local-time";
import { type EventDetail, readEvent } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";
import { type ListRegistrationsInput, listRegistrationsInput } from "@/lib/registrations/input";
import { listRegistrations } from "@/lib/registrations/queries";
import { recordExport } from "@/lib/retention/record-export";
import { guestColumnsOf } from "./guest-columns";

const batchSize = 1000;
const exportParams = z.object({ eventId: eventIdParams.shape.id });

/** The guest list under the page's filter as a CSV file, sent while it is read. */
export const GET = route(
  {
    access: organizerOf<{ params: { eventId: string } }>(({ params }) => params.eventId),
    limit: "read",
    params: exportParams,
    query: listRegistrationsInput,
  },
  async ({ scope, query }) => {
    const event = await readEvent(scope.eventId);
    const day = localOfInstant(now(), event.timezone).slice(0, 10);
    await recordExport(scope, "guests.exported");
    return csvAnswer(`${event.slug}-guests-${day}.csv`, linesOf(scope, event, query));
  },
);

async function* linesOf(
  scope: OrganizerScope,
  event: EventDetail,
  query: ListRegistrationsInput,
): AsyncGenerator<string> {
  const columns = guestColumnsOf(event);
  yield csvStart + csvOf([columns.map(({ header }) => header)]);
  let cursor: string | undefined;
  do {
    const page = await listRegistrations(scope, { ...query, limit: batchSize, cursor });
    yield csvOf(page.items.map((guest) => columns.map(({ cell }) => cell(guest))));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}
