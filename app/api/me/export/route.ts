import { anyPerson } from "@/app/_server/access";
import { json, withHeaders } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { exportSelf } from "@/lib/retention/export-person";

export const dynamic = "force-dynamic";

export const GET = route({ access: anyPerson, limit: "export" }, async ({ scope }) =>
  withHeaders(json(await exportSelf(scope)), { "Content-Disposition": 'attachment; filename="my-data.json"' }),
);
