import { doorOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { checkIn } from "@/lib/checkin/check-in";
import { checkInInput } from "@/lib/checkin/input";

export const POST = route(
  { access: doorOf<{ body: { eventId: string } }>(({ body }) => body.eventId), limit: "checkin", body: checkInInput },
  async ({ scope, body }) => json(await checkIn(scope, body)),
);
