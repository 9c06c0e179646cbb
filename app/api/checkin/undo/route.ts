import { doorOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { undoCheckInInput } from "@/lib/checkin/input";
import { undoCheckIn } from "@/lib/checkin/undo-check-in";

export const POST = route(
  {
    body: undoCheckInInput,
    access: doorOf<{ body: { eventId: string } }>(({ body }) => body.eventId),
    limit: "checkin",
  },
  async ({ scope, body }) => json(await undoCheckIn(scope, body)),
);
