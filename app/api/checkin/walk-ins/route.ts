import { doorOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { walkInsInput } from "@/lib/checkin/input";
import { registerWalkIns } from "@/lib/checkin/register-walk-ins";

export const POST = route(
  { access: doorOf<{ body: { eventId: string } }>(({ body }) => body.eventId), limit: "checkin", body: walkInsInput },
  async ({ scope, body }) => json(await registerWalkIns(scope, body)),
);
