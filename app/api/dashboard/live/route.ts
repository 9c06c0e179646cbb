import { viewerOf } from "@/app/_server/access";
import { route } from "@/app/_server/api-route";
import { eventStream } from "@/app/_server/event-stream";
import { liveDashboardQuery } from "@/lib/dashboard/input";
import { watchDashboard } from "@/lib/dashboard/watch-dashboard";
import { drainSignal } from "@/lib/platform/draining";

export const dynamic = "force-dynamic";

// A view comes back after this long, and its right is asked for again.
const longestMs = 10 * 60 * 1000;

export const GET = route(
  {
    access: viewerOf<{ query: { eventId: string } }>(({ query }) => query.eventId),
    limit: "read",
    query: liveDashboardQuery,
  },
  async ({ scope, request }) => {
    const ends = [request.signal, drainSignal(), AbortSignal.timeout(longestMs)];
    const reader = { kind: "person" as const, id: scope.actorId, eventId: scope.eventId };
    return eventStream(reader, (gone) => watchDashboard(scope, AbortSignal.any([gone, ...ends])));
  },
);
