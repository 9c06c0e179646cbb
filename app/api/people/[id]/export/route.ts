import { anyAdmin } from "@/app/_server/access";
import { json, withHeaders } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { personParams } from "@/lib/access/people/input";
import { exportPerson } from "@/lib/retention/export-person";

export const dynamic = "force-dynamic";

export const GET = route({ access: anyAdmin, limit: "export", params: personParams }, async ({ scope, params }) => {
  const document = await exportPerson(scope, { userId: params.id });
  return withHeaders(json(document), { "Content-Disposition": `attachment; filename="person-${params.id}.json"` });
});
