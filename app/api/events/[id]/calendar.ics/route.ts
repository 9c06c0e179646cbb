import { everyone } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { calendarOf } from "@/lib/events/calendar";
import { eventIdParams } from "@/lib/events/input";
import { getEvent } from "@/lib/events/queries";
import { config } from "@/lib/platform/config";

/** The event as a calendar file, for whoever may see the event. */
export const GET = route({ access: everyone, limit: "read", params: eventIdParams }, async ({ params, actor }) => {
  const event = await getEvent(actor, params.id);
  const calendar = calendarOf(event, { url: `${config().APP_URL}/events/${event.slug}`, method: "PUBLISH" });
  return new Response(calendar, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8; method=PUBLISH",
      "Content-Disposition": `attachment; filename="${event.slug}.ics"`,
      "Cache-Control": "no-store",
    },
  });
});
