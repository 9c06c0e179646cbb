import { doorOf } from "@/app/_server/access";
import { json, route } from "@/app/_server/route";
import { rosterInput } from "@/lib/checkin/input";
import { listRoster } from "@/lib/checkin/queries";

export const GET = route(
  {
    query: rosterInput,
    access: doorOf<{ query: { eventId: string } }>(({ query }) => query.eventId),
    limit: "checkin",
  },
  async ({ scope, query }) => json(await listRoster(scope, query)),
);
