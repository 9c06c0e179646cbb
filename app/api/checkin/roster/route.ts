import { doorOf } from "@/app/_server/access";
import { json } from "@/app/_server/answer";
import { route } from "@/app/_server/api-route";
import { hearFromDevice } from "@/lib/checkin/hear-from-device";
import { rosterInput } from "@/lib/checkin/input";
import { listRoster } from "@/lib/checkin/queries";

export const GET = route(
  {
    query: rosterInput,
    access: doorOf<{ query: { eventId: string } }>(({ query }) => query.eventId),
    limit: "checkin",
  },
  async ({ scope, query }) => {
    const [roster] = await Promise.all([listRoster(scope, query), hearFromDevice(scope)]);
    return json(roster);
  },
);
