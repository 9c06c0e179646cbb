import { doorOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { scanLogInput } from "@/lib/checkin/input";
import { listScanLog } from "@/lib/checkin/scan-log";

export const GET = route(
  { access: doorOf<{ query: { eventId: string } }>(({ query }) => query.eventId), limit: "read", query: scanLogInput },
  async ({ scope, query }) => json(await listScanLog(scope, query)),
);
