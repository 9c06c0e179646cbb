import { anyPerson } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { requireViewer } from "@/lib/access/scopes";
import { dashboardQuery } from "@/lib/dashboard/input";
import { listDashboards } from "@/lib/dashboard/list-dashboards";
import { getDashboard } from "@/lib/dashboard/queries";

export const dynamic = "force-dynamic";

export const GET = route(
  { access: anyPerson, limit: "read", query: dashboardQuery },
  async ({ scope, actor, query: { eventId, ...input } }) =>
    json(eventId ? await getDashboard(await requireViewer(actor, eventId)) : await listDashboards(scope, input)),
);
