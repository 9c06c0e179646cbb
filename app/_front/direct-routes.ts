import type { Direct } from "@/app/_server/answer";
import * as checkin from "@/app/api/checkin/route";
import * as dashboard from "@/app/api/dashboard/route";
import * as event from "@/app/api/events/[id]/route";
import * as events from "@/app/api/events/route";
import * as live from "@/app/api/health/live/route";
import * as ready from "@/app/api/health/ready/route";
import * as meForEvent from "@/app/api/me/events/[id]/route";
import * as me from "@/app/api/me/route";
import * as registrations from "@/app/api/registrations/route";
import * as ticket from "@/app/api/tickets/[token]/route";
import * as cover from "@/app/covers/[category]/[slug]/route";
import * as picture from "@/app/pictures/[id]/route";

export type DirectRoute = { answer: Direct; params: Record<string, string> };

/**
 * The handlers that the front calls itself: what a rush of people, the doors and the probes ask
 * for. Next has the same ones.
 */
const exact: Record<string, Direct> = {
  "GET /api/health/live": live.GET.direct,
  "GET /api/health/ready": ready.GET.direct,
  "POST /api/registrations": registrations.POST.direct,
  "POST /api/checkin": checkin.POST.direct,
  "GET /api/events": events.GET.direct,
  "GET /api/dashboard": dashboard.GET.direct,
  "GET /api/me": me.GET.direct,
};

// Words and ids as they are written: whatever else may stand there is Next's to understand or
// refuse.
const patterns: readonly [RegExp, Direct][] = [
  [/^GET \/api\/events\/(?<id>[\w-]+)$/, event.GET.direct],
  [/^GET \/api\/tickets\/(?<token>[\w-]+)$/, ticket.GET.direct],
  [/^GET \/api\/me\/events\/(?<id>[\w-]+)$/, meForEvent.GET.direct],
  [/^GET \/covers\/(?<category>[a-z][a-z0-9-]*)\/(?<slug>[\w-]+)$/, cover.GET.direct],
  [/^GET \/pictures\/(?<id>[0-9a-f]{64})$/, picture.GET.direct],
];

/**
 * The handler of this method and path that needs no Next; null where Next answers. HEAD, OPTIONS
 * and other methods are Next's.
 */
export function findDirectRoute(method: string, path: string): DirectRoute | null {
  const named = `${method} ${path}`;
  const answer = exact[named];
  if (answer) return { answer, params: {} };
  for (const [pattern, answer] of patterns) {
    const found = pattern.exec(named);
    if (found) return { answer, params: { ...found.groups } };
  }
  return null;
}
