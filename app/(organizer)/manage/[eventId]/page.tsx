import { getDashboard } from "@/lib/dashboard/queries";
import { now } from "@/lib/platform/clock";
import { config } from "@/lib/platform/config";
import { LiveDashboard } from "./_dashboard/live-dashboard";
import { liveNumbersOf } from "./_dashboard/live-numbers";
import { viewedEventOf } from "./managed-event";

type Props = { params: { eventId: string } };

export default async function DashboardPage({ params }: Props) {
  const { event, scope } = await viewedEventOf(params.eventId);
  const { id: eventId, status, timezone } = event;
  return (
    <LiveDashboard
      event={{ eventId, status, timezone, startsAt: event.startsAt.toISOString(), endsAt: event.endsAt.toISOString() }}
      initial={liveNumbersOf(await getDashboard(scope))}
      nowMs={now().getTime()}
      pageUrl={`${config().APP_URL}/events/${event.slug}`}
    />
  );
}
