import { anyPerson } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { listSessionsInput } from "@/lib/access/input";
import { listSessions } from "@/lib/access/list-sessions";

export const dynamic = "force-dynamic";

export const GET = route({ access: anyPerson, limit: "read", query: listSessionsInput }, async ({ scope, query }) =>
  json(await listSessions(scope, query)),
);
