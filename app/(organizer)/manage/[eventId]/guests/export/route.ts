import { z } from "zod";
import { organizerOf } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import type { OrganizerScope } from "@/lib/access/scopes";
import { eventIdParams } from "@/lib/events/input";
import { localOfInstant } from "@/lib/events/local-time";
import { type EventDetail, readEvent } from "@/lib/events/queries";
import { now } from "@/lib/platform/clock";
import { type ListRegistrationsInput, listRegistrationsInput } from "@/lib/registrations/input";
import { listRegistrations } from "@/lib/registrations/queries";
import { csvOf, csvStart } from "./csv";
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
    return new Response(streamOf(linesOf(scope, event, query)), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": `attachment; filename="${event.slug}-guests-${day}.csv"`,
        "Cache-Control": "no-store",
      },
    });
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

// Reads on only as fast as the client takes it, so an export of any size stays small in memory.
function streamOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
}
